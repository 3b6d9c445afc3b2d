/** What the user's code did wrong, as a failure that names its place in the code: the same words on every host. */
import type { CodeProblem } from '#lib/connectors/code/prepareCode.ts';
import { FailureError } from '#lib/model/failure.ts';

/** What `guest.describe` makes of a thrown value: texts, whatever was thrown. */
export interface Thrown {
  name: string;
  message: string;
  stack: string;
}

/** The name of the user's code in stacks. */
export const CODE_FILE = 'code.js';

const MESSAGE_LENGTH = 2_000;
const STACK_FRAMES = 10;

/** `lineOffset`: lines before the code in what the host evaluated. */
export function codeFailure({ name, message, stack }: Thrown, lineOffset: number): FailureError {
  const frames = userFrames(stack, lineOffset);
  const [first] = frames;
  const place = first ? ` (line ${first.line}, column ${first.column})` : '';
  return new FailureError({
    code: 'code',
    message: `${sentenceOf(name, message)}${place}.`,
    ...(frames.length > 0 && { detail: frames.map(frameText).join('\n') }),
  });
}

/** What the guest itself has to say is a sentence already. */
function sentenceOf(name: string, message: string): string {
  if (name === 'CodeFault') return cut(message).replace(/\.$/, '');
  const said = [name === 'Error' ? '' : name, message || 'no message'].filter(Boolean).join(': ');
  return `The code threw “${cut(said)}”`;
}

/** Of code that cannot be read. */
export function syntaxFailure({ message, line, column }: CodeProblem): FailureError {
  const sentence = message.replace(/\.$/, '');
  return new FailureError({
    code: 'code',
    message: `The code cannot be read: ${sentence} (line ${line}, column ${column}).`,
    detail: `line ${line}, column ${column}`,
  });
}

/** Of code that had to be ended. */
export function tooSlow(deadlineMs: number): FailureError {
  const seconds = (deadlineMs / 1000).toLocaleString('en', { maximumFractionDigits: 1 });
  return new FailureError({
    code: 'timeout',
    message: `The code was ended, because it ran longer than ${seconds} seconds.`,
    hint: 'Look for a loop or a promise that never ends, or let it do less at a time.',
  });
}

/** Of code that asks for requests or flows without waiting for any. */
export function asksTooMuch(most: number): FailureError {
  return new FailureError({
    code: 'limit',
    message: `The code was ended, because it had more than ${most} requests under way.`,
    hint: 'Wait for some before sending others.',
  });
}

/** Of code that asks for what its host does not give. */
export function notHere(): FailureError {
  return new FailureError({ code: 'unsupported', message: 'Code cannot do this here.' });
}

/** Of code that has bent the language so that nothing it says can be read, such as by a `toJSON` of every object. */
export function garbled(): FailureError {
  return new FailureError({
    code: 'code',
    message: 'What the code returned cannot be read.',
    hint: 'Let it change nothing that belongs to the language, such as “Object.prototype”.',
  });
}

/** Of code that can never go on. */
export function stuck(): FailureError {
  return new FailureError({
    code: 'code',
    message: 'The code waits for a promise that is never settled.',
    hint: 'Look for a promise whose “resolve” is not called.',
  });
}

/** Of code whose host died of it. */
export function outOfMemory(): FailureError {
  return new FailureError({
    code: 'limit',
    message: 'The code was ended, because it used too much memory.',
    hint: 'Let it hold less at a time.',
  });
}

interface Frame {
  line: number;
  column: number;
  within: string;
}

/** Stacks of all engines name a place as `file:line:column`. */
function userFrames(stack: string, lineOffset: number): Frame[] {
  const frames = stack.split('\n', 100).flatMap((text) => {
    const found = /^(?<before>.{0,200}?)\(?code\.js:(?<line>\d+):(?<column>\d+)/.exec(text)?.groups;
    if (!found) return [];
    const line = Number(found.line) - lineOffset;
    const within =
      /(?:at )?\s*(?:async )?([\w$.#]+)[ @]*$/.exec(found.before?.replace(/^\s*at /, '') ?? '')?.[1] ?? '';
    return line > 0 ? [{ line, column: Number(found.column), within }] : [];
  });
  return frames.slice(0, STACK_FRAMES);
}

function frameText({ line, column, within }: Frame): string {
  return `line ${line}, column ${column}${within && within !== 'at' ? ` in ${within}` : ''}`;
}

function cut(text: string): string {
  return text.length > MESSAGE_LENGTH ? `${text.slice(0, MESSAGE_LENGTH)}…` : text;
}
