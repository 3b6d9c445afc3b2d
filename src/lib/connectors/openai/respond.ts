/** One turn of a model through OpenAI's Responses API. */
import type { ActionContext } from '#lib/connectors/define.ts';
import { toText } from '#lib/connectors/reading.ts';
import { callOpenai, openaiBase } from '#lib/connectors/openai/callOpenai.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';

export interface Turn {
  model: string;
  instructions: string;
  /** What was said before, and what is said now. */
  input: readonly unknown[];
  /** The form that the answer must have: `{ name, schema, strict }`. */
  format?: Readonly<Record<string, unknown>> | undefined;
  tools?: readonly unknown[];
  previousResponseId?: string | undefined;
}

export interface Answer {
  id: string;
  text: string;
  /** As OpenAI gives it: messages, and what the model did besides. */
  output: readonly unknown[];
}

/** Throws `remote` when the model did not come to an end. */
export async function respond(
  context: ActionContext,
  connection: ConnectionValue | undefined,
  { model, instructions, input, format, tools = [], previousResponseId }: Turn,
): Promise<Answer> {
  const data = await callOpenai(context, connection, {
    method: 'POST',
    url: `${openaiBase}/v1/responses`,
    body: {
      model,
      instructions: instructions || undefined,
      input,
      tools: tools.length > 0 ? tools : undefined,
      text: format && { format: { ...format, type: 'json_schema' } },
      previous_response_id: previousResponseId || undefined,
    },
  });
  return readAnswer(data);
}

/** What somebody says, with files that were uploaded before. */
export function userMessage(text: string, fileIds: readonly unknown[]): object {
  const files = fileIds.map((id) => ({ type: 'input_file', file_id: toText(id) }));
  return { role: 'user', content: [{ type: 'input_text', text }, ...files] };
}

interface Response {
  id?: string;
  status?: string;
  output?: readonly { type?: string; content?: readonly { type?: string; text?: string }[] }[];
}

function readAnswer(data: unknown): Answer {
  const { id = '', status, output = [] } = (data ?? {}) as Response;
  if (status !== undefined && status !== 'completed') throw unfinished(data);
  const parts = output.flatMap(({ content = [] }) => content).filter(({ type }) => type === 'output_text');
  return { id, output, text: parts.map(({ text = '' }) => text).join('') };
}

function unfinished(data: unknown): FailureError {
  return new FailureError({
    code: 'remote',
    message: 'The model did not finish its answer.',
    hint: 'Under “Copy details” is why.',
    retry: true,
    detail: JSON.stringify(data).slice(0, 4096),
  });
}
