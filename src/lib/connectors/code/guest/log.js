/** What the user's code says and throws, as texts: short, few, and whatever it was. */
({ plain }, host) => {
  const { apply } = Reflect;
  const { stringify } = JSON;
  const { slice } = String.prototype;
  const NativeError = Error;
  const text = String;

  /** Characters of one line of the log, lines and characters of all: the engine keeps no more. */
  const LINE = 4096;
  const LINES = 100_001;
  const LOG = 17 * 1024 * 1024;

  let lines = 0;
  let logged = 0;

  /** Texts, whatever was thrown; never throws itself. */
  function describe(thrown) {
    try {
      if (typeof thrown !== 'object' || thrown === null)
        return { name: '', message: cut(text(thrown)), stack: '' };
      const { name, message, stack } = thrown;
      if (typeof message !== 'string') return { name: '', message: cut(show(thrown)), stack: '' };
      return {
        name: cut(typeof name === 'string' ? name : ''),
        message: cut(message),
        stack: apply(slice, text(stack ?? ''), [-LINE]),
      };
    } catch {
      return { name: '', message: 'something that cannot be shown', stack: '' };
    }
  }

  function cut(said) {
    return said.length > LINE ? apply(slice, said, [0, LINE]) : said;
  }

  function show(value) {
    try {
      if (typeof value === 'string') return value;
      if (typeof value === 'function') return `[function ${value.name}]`;
      if (typeof value !== 'object' || value === null) return text(value);
      if (value instanceof NativeError) return text(value.stack || value);
      return stringify(plain(value));
    } catch {
      return '[cannot be shown]';
    }
  }

  function line(level) {
    return (...shown) => {
      if (lines >= LINES || logged > LOG) return;
      let message = '';
      for (let index = 0; index < shown.length && message.length < LINE; index++)
        message += (index > 0 ? ' ' : '') + show(shown[index]);
      message = apply(slice, message, [0, LINE + 1]);
      lines += 1;
      logged += message.length;
      host.log(level, message);
    };
  }

  const [debug, info, warn, error] = [line('debug'), line('info'), line('warn'), line('error')];
  const nothing = () => undefined;

  function logger() {
    return { metric: info, trace: debug, debug, info, log: info, warn, error };
  }

  const console = {
    ...{ debug, trace: debug, info, log: info, dir: info, table: info, group: info, warn, error },
    assert: (holds, ...said) => (holds ? undefined : error('Assertion failed:', ...said)),
    ...{ groupCollapsed: info, groupEnd: nothing, time: nothing, timeEnd: nothing, timeLog: nothing },
    ...{ count: nothing, countReset: nothing, clear: nothing },
  };

  return { console, logger, describe };
};
