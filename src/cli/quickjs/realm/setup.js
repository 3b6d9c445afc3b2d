/** Makes a realm out of its parts, before the user's code comes in. Of what it makes only the globals are for that code. */
(host, make, encoding, random) => {
  const { parse, stringify } = JSON;

  function platform(name, value = null, bytes = new ArrayBuffer(0)) {
    const said = host.platform(name, stringify(value), bytes);
    return typeof said === 'string' ? parse(said) : said;
  }

  const bridge = make.bridge(host.send, make.guest, encoding);
  const timers = make.timers({ ...host, uncaught: bridge.uncaught });
  const globals = {
    ...bridge.globals,
    ...timers.globals,
    ...make.text(platform),
    ...make.address(platform),
    ...make.random(platform),
    ...make.clone(),
  };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  if (random) Math.random = random;

  return { load: bridge.load, receive: bridge.receive, fire: timers.fire, clearTimers: timers.clear };
};
