/** Timers, kept by the thread: `setTimer` and `stopTimer` take a number, `fire` is called with it when its time has come. */
({ setTimer, stopTimer, uncaught }) => {
  const MOST = 10_000;
  const waiting = new Map();
  let count = 0;

  function start(work, ms, args, repeats) {
    if (waiting.size >= MOST) throw new Error(`Code can have no more than ${MOST} timers at once.`);
    const id = ++count;
    waiting.set(id, { work, ms, args, repeats });
    setTimer(id, ms);
    return id;
  }

  function stop(id) {
    if (waiting.delete(id)) stopTimer(id);
  }

  function fire(id) {
    const timer = waiting.get(id);
    if (!timer) return;
    if (timer.repeats) setTimer(id, timer.ms);
    else waiting.delete(id);
    try {
      timer.work(...timer.args);
    } catch (thrown) {
      uncaught(thrown);
    }
  }

  const globals = {
    setTimeout: (work, ms, ...args) => start(work, Number(ms) || 0, args, false),
    setInterval: (work, ms, ...args) => start(work, Number(ms) || 0, args, true),
    clearTimeout: stop,
    clearInterval: stop,
    queueMicrotask(work) {
      Promise.resolve()
        .then(() => work())
        .catch(uncaught);
    },
  };
  return { globals, fire, clear: () => waiting.clear() };
};
