/** What Node and the thread of QuickJS tell each other. Texts and parts are what `encoding.js` makes. */

/** To the thread. `call` runs a step's code; the others settle what that code asked for, by the number it asked with. */
export type ThreadOrder =
  | { kind: 'call'; id: number; code: Code; deadlineMs: number; text: string; parts: readonly ArrayBuffer[] }
  | { kind: 'answer' | 'refusal'; id: number; text: string; parts: readonly ArrayBuffer[] };

export interface Code {
  /** As `prepareCode` made it. */
  script: string;
  /** Lines of it before the user's own. */
  lineOffset: number;
  /** Its name in stacks. */
  file: string;
  /** Of `Math.random`; without one it is random. */
  seed?: number;
}

/** From the thread; `started` comes once, before all else. */
export type ThreadNews = { kind: 'started' } | CallNews;

/** `id` is that of the call. */
export type CallNews = Line | Question | Ending;

export interface Line {
  kind: 'log';
  id: number;
  text: string;
}

/** What the code wants from its host; `asked` is the number that the answer is to have. */
export interface Question {
  kind: 'request' | 'invokeFlow';
  id: number;
  asked: number;
  text: string;
  parts: readonly ArrayBuffer[];
}

/** `stuck`: the code waits for a promise that nothing will settle. */
export type Ending =
  | { kind: 'done' | 'threw'; id: number; text: string; parts?: readonly ArrayBuffer[] }
  | { kind: 'tooSlow' | 'outOfMemory' | 'stuck'; id: number };
