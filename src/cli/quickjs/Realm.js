/** One realm of QuickJS: the code of one step, loaded once, with what it may use and nothing else. */
import { platform } from './platform.js';
import { ENCODING, SEEDED_RANDOM, SETUP } from './sources.js';

/** Node takes no longer timers. */
const LONGEST_MS = 2 ** 31 - 1;

export class Realm {
  #context;
  #inner;
  #timers = new Map();

  /** `hear(kind, id, text, parts)` is told what the code sends, `wake(work)` what a timer has to do. */
  constructor(runtime, seed, { hear, wake }) {
    this.#context = runtime.newContext();
    this.#inner = this.#setUp(seed, this.#host(hear, wake));
  }

  get hasTimers() {
    return this.#timers.size > 0;
  }

  /** Once, before anything else. Throws what QuickJS cannot read of the script, as the `cause` of an error. */
  load({ script, file }) {
    this.#do('load', this.#evaluate(script, file));
  }

  receive(kind, id, text, parts = []) {
    const context = this.#context;
    const buffers = parts.map((part) => context.newArrayBuffer(part));
    this.#do('receive', context.newString(kind), context.newNumber(id), context.newString(text), ...buffers);
  }

  /** Nothing of a call goes on after its end. */
  clearTimers() {
    if (!this.hasTimers) return;
    this.stopTimers();
    this.#do('clearTimers');
  }

  /** Without telling the realm, which is given up. */
  stopTimers() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #setUp(seed, host) {
    const context = this.#context;
    const encoding = this.#evaluate(ENCODING, 'encoding.js', 'module');
    const random = seed === undefined ? context.undefined : this.#seededRandom(seed);
    const setUp = this.#evaluate(SETUP, 'sluice.js');
    const inner = this.#call(setUp, host, encoding, random);
    return this.#members(inner, ['load', 'receive', 'fire', 'clearTimers']);
  }

  #seededRandom(seed) {
    const module = this.#evaluate(SEEDED_RANDOM, 'random.js', 'module');
    const { seededRandom } = this.#members(module, ['seededRandom']);
    return this.#call(seededRandom, this.#context.newNumber(seed));
  }

  #host(hear, wake) {
    const context = this.#context;
    const host = context.newObject();
    const functions = {
      send: (kind, id, text, ...parts) => {
        const bytes = parts.map((part) => this.#bytes(part));
        hear(context.getString(kind), context.getNumber(id), context.getString(text), bytes);
      },
      platform: (name, text, bytes) =>
        this.#platform(context.getString(name), context.getString(text), bytes),
      setTimer: (id, ms) => this.#setTimer(context.getNumber(id), context.getNumber(ms), wake),
      stopTimer: (id) => this.#stopTimer(context.getNumber(id)),
    };
    for (const [name, work] of Object.entries(functions))
      context.newFunction(name, work).consume((handle) => context.setProp(host, name, handle));
    return host;
  }

  #platform(name, text, bytes) {
    const said = platform[name](JSON.parse(text), this.#bytes(bytes));
    if (said instanceof Uint8Array) return this.#context.newArrayBuffer(exactBuffer(said));
    return this.#context.newString(JSON.stringify(said));
  }

  #setTimer(id, ms, wake) {
    const fire = () => {
      this.#timers.delete(id);
      wake(() => this.#do('fire', this.#context.newNumber(id)));
    };
    this.#timers.set(id, setTimeout(fire, Math.min(ms, LONGEST_MS)));
  }

  #stopTimer(id) {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  /** A copy: what is in the realm may be written over at any time. */
  #bytes(handle) {
    return this.#context.getArrayBuffer(handle).consume(({ value }) => exactBuffer(value.slice()));
  }

  #do(name, ...args) {
    this.#call(this.#inner[name], ...args).dispose();
  }

  #call(called, ...args) {
    const context = this.#context;
    const result = context.callFunction(called, context.undefined, ...args);
    for (const arg of args) arg.dispose();
    return context.unwrapResult(result);
  }

  #evaluate(script, file, type = 'global') {
    return this.#context.unwrapResult(this.#context.evalCode(script, file, { type }));
  }

  #members(object, keys) {
    return Object.fromEntries(keys.map((key) => [key, this.#context.getProp(object, key)]));
  }
}

function exactBuffer({ buffer, byteOffset, byteLength }) {
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
