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

/** Engines word it differently; all that tell a position tell it as a number of characters, or as line and column. */
function sentence(message: string, text: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const line = /line (\d+)/.exec(message)?.[1] ?? (position && lineAt(text, Number(position)));
  return line ? `This is not valid JSON: look at line ${line}.` : 'This is not valid JSON.';
}

function lineAt(text: string, position: number): string {
  return String(text.slice(0, position).split('\n').length);
}
