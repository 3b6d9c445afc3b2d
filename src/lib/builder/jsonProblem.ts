/** Why a text is no JSON, with its line where the engine tells; empty text is no problem, it is an empty body. */
export function jsonProblem(text: string): string {
  if (text.trim() === '') return '';
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return sentence(error instanceof Error ? error.message : '', text);
  }
}

/** Engines word it differently: a number of characters, or line and column; some tell no place. */
function sentence(message: string, text: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  const place = position ? placeOf(text, Number(position)) : line && column ? { line, column } : undefined;
  return place
    ? `This is not valid JSON: look at line ${place.line}, column ${place.column}.`
    : 'This is not valid JSON.';
}

function placeOf(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
