/** One piece of code for a code step, and what must come of it. */
export interface Payload {
  /** What the code does, as a sentence without its subject. */
  name: string;
  /**
   * `{SITE}` stands for a server that must hear nothing of it, `{OPEN}` for one that the engine may ask (hosts with ports),
   * `{BEFORE}` for the step before it, `{MOMENT}` for how long an attempt may take in milliseconds.
   */
  code: string;
  expected: Expected;
  /** What it gets in a worker that nothing holds back: proof that it is worth trying. */
  unguarded?: 'reaches the server' | 'reads a secret';
  /** Code of the step before it, which ends well. */
  before?: string;
  /** Has a flow of its own, because it takes long or ends the run. */
  alone?: boolean;
  /** It has much to do: on a busy computer the deadline may end it. */
  mayBeEnded?: boolean;
}

export type Expected =
  | { status: 'succeeded'; output: unknown; logs?: RegExp }
  | { status: 'failed'; failure: string; says: RegExp };

/** The code ends well, and this is its result. */
export function gives(output: unknown): Expected {
  return { status: 'succeeded', output };
}

/** The code fails as code does, and the message says this. */
export function fails(says: RegExp, failure = 'code'): Expected {
  return { status: 'failed', failure, says };
}

/** Had nothing of what it tried. */
export const nothing = gives([]);

/** Code that tries one expression after another and returns what it got, each within a moment. */
export function tries(...expressions: string[]): string {
  return `module.exports = async () => {
  const got = [];
  const moment = () => new Promise((go, stop) => setTimeout(() => stop(new Error('too late')), {MOMENT}));
  const attempts = [
    ${expressions.map((expression) => `async () => (${expression}),`).join('\n    ')}
  ];
  for (const attempt of attempts) {
    try {
      const found = await Promise.race([attempt(), moment()]);
      if (found !== undefined && found !== null) got.push(found);
    } catch {}
  }
  return { data: got };
};`;
}

/** Code with these lines around a function that returns an expression. */
export function returns(expression: string, ...before: string[]): string {
  return [...before, `module.exports = async (context, results) => ({ data: ${expression} });`].join('\n');
}
