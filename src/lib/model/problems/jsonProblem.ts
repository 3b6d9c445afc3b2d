/** Where a text stops being JSON, as the end of a sentence; `undefined` when it is JSON, or empty. */
export function jsonProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (thrown) {
    return placeIn(text, thrown instanceof Error ? thrown.message : '');
  }
}

/** Engines word it differently: a number of characters, or line and column; some tell no place. */
function placeIn(text: string, message: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return `, ${placeOf(text, Number(position))}`;
  const [place, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  return place === undefined ? '' : `, line ${line}, column ${column}`;
}

/** `line 2, column 5` of a position in a text. */
export function placeOf(text: string, position: number): string {
  const before = text.slice(0, position);
  const start = before.lastIndexOf('\n') + 1;
  return `line ${before.split('\n').length}, column ${position - start + 1}`;
}
