/** From text to the library's document; what is nested beyond measure never gets as far as its recursion. */
import {
  Composer,
  Lexer,
  Parser,
  YAMLParseError,
  type CST,
  type LineCounter,
  type Document,
  type DocumentOptions,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';

/** Tokens in tokens; deeper ones overflow a stack, or end the whole process. */
const DEEPEST = 500;

/** Throws `RangeError` for what is nested too deeply. Of several documents the first one says that there are others. */
export function parse(
  text: string,
  options: ParseOptions & DocumentOptions & SchemaOptions,
  lines: LineCounter,
): Document.Parsed {
  const tokens = [...tokensOf(text, lines)];
  const [document, second] = new Composer(options).compose(tokens, true, text.length);
  if (!document) throw new SyntaxError('There is no document.');
  if (second)
    document.errors.push(
      new YAMLParseError(
        [second.range[0], second.range[1]],
        'MULTIPLE_DOCS',
        'There is more than one document.',
      ),
    );
  return document;
}

/** Looked at while they are made: only making them would take minutes when they are nested a million times. */
function* tokensOf(text: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > DEEPEST) throw new RangeError(`More than ${DEEPEST} levels.`);
  }
  yield* parser.end();
}
