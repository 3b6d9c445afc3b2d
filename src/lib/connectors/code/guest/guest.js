/**
 * The part of a sandbox that lives beside the user's code, in its realm: hands the code what it may use, and makes plain
 * data of what it returns. `host` answers what the code asks for, once it is connected.
 */
(makePlain, makeLog, makeNetwork) => {
  const { apply } = Reflect;
  const text = String;
  const host = {};
  const data = makePlain();
  const log = makeLog(data, host);
  const { fetch, invokeFlow } = makeNetwork(data, log, host);
  const { plain, fault } = data;
  const { console, logger, describe } = log;

  let user;

  function require(name) {
    throw fault(`Code has no “${text(name)}”: it runs alone, without modules.`);
  }

  const ways = {
    call: (given) =>
      apply(user, undefined, {
        ...given,
        0: { ...given[0], logger: logger(), invokeFlow },
        length: given.length,
      }),
    filter: async ([items, ...rest]) => {
      const kept = [];
      for (let index = 0; index < items.length; index++)
        if (await user(items[index], index, ...rest)) kept.push(items[index]);
      return kept;
    },
    map: async ([items, ...rest]) => {
      const mapped = [];
      for (let index = 0; index < items.length; index++)
        mapped.push(await user(items[index], index, ...rest));
      return mapped;
    },
    sort: ([items]) => [...items].sort((left, right) => order(user(left, right))),
  };

  function order(answer) {
    if (typeof answer?.then === 'function')
      throw fault('A comparison cannot wait: it must give a number at once.');
    return answer;
  }

  return {
    console,
    fetch,
    describe,
    /** What the code asks for is answered by `{ log, request, invokeFlow }` from then on. */
    connect({ log: write, request, invokeFlow: invoke }) {
      host.log = write;
      host.request = request;
      host.invokeFlow = invoke;
    },
    /** Takes what evaluating the prepared script gave; rejects when that exports no function. */
    async load(script) {
      const module = { exports: {} };
      const exported = {};
      await apply(script, module.exports, [module, module.exports, require, exported]);
      const found = [exported.it, module.exports, module.exports?.default];
      user = found.find((one) => typeof one === 'function');
      if (!user)
        throw fault(
          'The code exports no function: begin it with “module.exports = async (context, stepResults) => {”.',
        );
    },
    /** One call of the user's function; resolves to plain data. */
    async call(how, given) {
      return plain(await ways[how](given));
    },
  };
};
