/** Code that fills the memory until the browser says stop, or until it has as much as a test may take of a computer. */

/** The step may fail, or the tab may die: then the run is interrupted. */
export const bombs: Readonly<Record<string, string>> = {
  'lists of numbers': `module.exports = () => {
  const all = [];
  for (let count = 0; count < 40; count++) all.push(new Array(2e7).fill(count + 0.5));
  return { data: all.length };
};`,
  'bytes that are all in use': `module.exports = () => {
  const all = [];
  for (let count = 0; count < 12; count++) all.push(new Uint8Array(5e8).fill(1));
  return { data: all.length };
};`,
  'a chain of objects': `module.exports = () => {
  let all;
  for (let count = 0; count < 1e8; count++) all = { all, count, more: [all] };
  return { data: 1 };
};`,
  'requests with large bodies': `module.exports = async () => {
  const body = 'x'.repeat(2e8);
  const requests = Array.from({ length: 32 }, () => fetch('nowhere:', { method: 'POST', body }).catch(() => 0));
  await Promise.all(requests);
  return { data: 1 };
};`,
  'requests that do not wait for their turn': `const { push } = Array.prototype;
Array.prototype.push = function (...items) {
  if (typeof items[0] === 'function') return void items[0]();
  return push.apply(this, items);
};
module.exports = async () => {
  const body = 'x'.repeat(1e6);
  for (let count = 0; count < 3000; count++) {
    fetch('nowhere:', { method: 'POST', body }).catch(() => 0);
    for (let turn = 0; turn < 3; turn++) await null;
  }
  return { data: 1 };
};`,
};
