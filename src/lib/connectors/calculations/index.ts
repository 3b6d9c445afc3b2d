/**
 * Functions that run what the user wrote in a small language: a pattern, a template, an expression. A host runs them in
 * a thread of their own with a deadline, because such a text may never come to an end.
 */

/** From plain data to plain data; throws an `Error` whose message is one sentence for the person who wrote the text. */
export type Calculate = (...args: never[]) => unknown;

/** By the name that actions use; each is loaded when it is first needed. */
export const calculations: Readonly<Record<string, () => Promise<Calculate>>> = {
  changeHtml: async () => (await import('#lib/connectors/calculations/changeHtml.ts')).changeHtml,
  checkJsonSchema: async () =>
    (await import('#lib/connectors/calculations/checkJsonSchema.ts')).checkJsonSchema,
  evaluateMath: async () =>
    await (await import('#lib/connectors/calculations/evaluateMath.ts')).loadEvaluateMath(),
  matchPattern: async () => (await import('#lib/connectors/calculations/matchPattern.ts')).matchPattern,
  renderLiquid: async () =>
    await (await import('#lib/connectors/calculations/renderLiquid.ts')).loadRenderLiquid(),
  transformJsonata: async () =>
    await (await import('#lib/connectors/calculations/transformJsonata.ts')).loadTransformJsonata(),
};
