/**
 * One instance of QuickJS and the realms in it. It is never mended: after a deadline, too much memory or an error of its
 * own it is broken, and whoever holds it takes another.
 */
import { newQuickJSWASMModuleFromVariant, newVariant, RELEASE_SYNC } from 'quickjs-emscripten';
import { Realm } from './Realm.js';

/** In pages of 64 KB. The limit that QuickJS itself keeps does not count what was taken before, so WebAssembly does. */
const MEMORY = { initial: 256, maximum: 4096 };
const PAGE_BYTES = 64 * 1024;
/** More than that overflows the stack of WebAssembly itself, which belongs to the thread and is made large enough. */
const STACK_BYTES = 512 * 1024;
/** Code that is made anew at each turn of a loop would fill the memory with realms. */
const MOST_REALMS = 100;

/** Of questions, over all machines: an answer may come when its machine is broken. */
let count = 0;

export class Machine {
  #memory;
  #runtime;
  #send;
  #realms = new Map();
  /** By the number of the call. */
  #calls = new Map();
  /** By a number of our own, as realms count alike. */
  #asked = new Map();
  isBroken = false;

  /** `send` takes messages for Node. */
  static async open(send) {
    const wasmMemory = new WebAssembly.Memory(MEMORY);
    const variant = newVariant(RELEASE_SYNC, { wasmMemory });
    return new Machine(await newQuickJSWASMModuleFromVariant(variant), wasmMemory, send);
  }

  constructor(module, memory, send) {
    this.#memory = memory;
    this.#send = send;
    this.#runtime = module.newRuntime();
    this.#runtime.setMaxStackSize(STACK_BYTES);
    this.#runtime.setModuleLoader((name) => ({ error: noModule(name) }));
    this.#runtime.setInterruptHandler(() => this.#isLate());
  }

  /** Whether it should make room for another one. */
  get isFull() {
    return this.#calls.size === 0 && (this.#realms.size > MOST_REALMS || this.#hasGrown(0.5));
  }

  call({ id, code, text, parts, deadlineMs }) {
    const timer = setTimeout(() => this.#breakDown('tooSlow'), deadlineMs);
    const call = { id, timer, endsAt: Date.now() + deadlineMs };
    this.#calls.set(id, call);
    this.#enter(() => {
      const known = this.#realms.get(code.script);
      call.realm = known ?? this.#newRealm(code.seed);
      this.#realms.set(code.script, call.realm);
      if (!known) call.realm.load(code);
      call.realm.receive('call', id, text, parts);
    });
  }

  /** What a realm asked for, or why it does not get it. */
  answer({ kind, id, text, parts }) {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    // Code that did not wait for what it asked for may have ended: nothing of it runs then.
    if (asked && this.#callIn(asked.realm))
      this.#enter(() => asked.realm.receive(kind, asked.id, text, parts));
  }

  #newRealm(seed) {
    const realm = new Realm(this.#runtime, seed, {
      hear: (...said) => this.#hear(realm, ...said),
      wake: (work) => this.#callIn(realm) && this.#enter(work),
    });
    return realm;
  }

  #hear(realm, kind, id, text, parts) {
    const call = kind === 'done' || kind === 'threw' ? this.#calls.get(id) : this.#callIn(realm);
    if (!call) return;
    if (kind === 'done') this.#end(call, { kind, text, parts });
    else if (kind === 'threw' || kind === 'uncaught') this.#threw(call, text);
    else if (kind === 'log') this.#send({ kind, id: call.id, text });
    else this.#ask(call, { kind, text, parts }, id);
  }

  #ask(call, question, id) {
    const asked = ++count;
    this.#asked.set(asked, { realm: call.realm, id });
    this.#send({ ...question, id: call.id, asked });
  }

  /** The code itself hears of a deadline and of the end of its memory as of any other error. */
  #threw(call, text) {
    const thrown = JSON.parse(text)?.[0] ?? {};
    if (isInterruption(thrown)) this.#breakDown('tooSlow');
    else if (this.#isOutOfMemory(thrown)) this.#breakDown('outOfMemory');
    else this.#end(call, { kind: 'threw', text });
  }

  /** The latest, where a flow calls itself through its code. */
  #callIn(realm) {
    return [...this.#calls.values()].findLast((call) => call.realm === realm);
  }

  #end(call, news) {
    clearTimeout(call.timer);
    this.#calls.delete(call.id);
    this.#send({ ...news, id: call.id });
  }

  /** Runs something in a realm, and what follows from it, until every call has ended or waits. */
  #enter(work) {
    try {
      work();
      // One by one: what code leaves behind when its call has ended does not run.
      while (this.#calls.size > 0 && !this.#isLate() && this.#runtime.hasPendingJob()) this.#runJob();
      if (this.#isLate()) this.#breakDown('tooSlow');
      else this.#look();
    } catch (thrown) {
      this.#fail(thrown.cause ?? thrown);
    }
  }

  #runJob() {
    const result = this.#runtime.executePendingJobs(1);
    if (!result.error) return result.dispose();
    const { context } = result.error;
    return context.unwrapResult(result).dispose();
  }

  /** Calls that wait for nothing that could still happen will never end. */
  #look() {
    const realms = new Set([...this.#calls.values()].map(({ realm }) => realm));
    this.#realms.forEach((realm) => realms.has(realm) || realm.clearTimers());
    const asks = [...this.#asked.values()].some(({ realm }) => realms.has(realm));
    const waits = asks || [...realms].some((realm) => realm.hasTimers);
    if (waits) return;
    const kind = this.#hasGrown(0.9) ? 'outOfMemory' : 'stuck';
    for (const call of this.#calls.values()) this.#end(call, { kind });
  }

  /** Memory of WebAssembly never shrinks. */
  #hasGrown(share) {
    return this.#memory.buffer.byteLength > MEMORY.maximum * PAGE_BYTES * share;
  }

  /** Where not even the error found room, `null` is thrown, or nothing at all happens. */
  #isOutOfMemory({ name, message }) {
    const isNamed = name === 'InternalError' && message === 'out of memory';
    return isNamed || (message === 'null' && this.#hasGrown(0.9));
  }

  #fail(thrown) {
    if (this.#isLate() || isInterruption(thrown)) this.#breakDown('tooSlow');
    else if (this.#isOutOfMemory(thrown) || this.#hasGrown(0.9)) this.#breakDown('outOfMemory');
    else this.#breakDown('threw', thrown);
  }

  #breakDown(kind, thrown) {
    this.isBroken = true;
    this.#realms.forEach((realm) => realm.stopTimers());
    const { name, message, stack } = thrown ?? {};
    const text =
      thrown && JSON.stringify([{ name: `${name}`, message: `${message}`, stack: `${stack}` }, []]);
    for (const call of this.#calls.values()) this.#end(call, { kind, text });
  }

  #isLate() {
    const now = Date.now();
    for (const { endsAt } of this.#calls.values()) if (now > endsAt) return true;
    return false;
  }
}

function noModule(name) {
  const error = new Error(`Code has no “${name}”: it runs alone, without modules.`);
  error.name = 'CodeFault';
  return error;
}

function isInterruption({ name, message }) {
  return name === 'InternalError' && message === 'interrupted';
}
