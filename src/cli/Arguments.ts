/** The words behind a command: files, and options that take a fixed number of values each. */
import { CommandError } from './CommandError.ts';

/** An option of a command. */
export interface Option {
  /** What each value is, as help shows it: `['FLOW', 'OLD', 'NEW']`. None for a mere switch. */
  values: readonly string[];
  help: string;
  /** A letter that stands for it. */
  short?: string;
}

/** By their names, without dashes. */
export type Options = Readonly<Record<string, Option>>;

/** An option as it was given, with its values. */
export interface GivenOption {
  name: string;
  values: readonly string[];
}

export class Arguments {
  readonly files: readonly string[];
  /** In the order they were given; one may be given several times. */
  readonly options: readonly GivenOption[];

  constructor(files: readonly string[], options: readonly GivenOption[]) {
    this.files = files;
    this.options = options;
  }

  has(name: string): boolean {
    return this.options.some((option) => option.name === name);
  }

  /** The value of an option that takes one, each time it was given. */
  all(name: string): string[] {
    return this.options.flatMap((option) => (option.name === name ? (option.values[0] ?? []) : []));
  }

  /** The value of an option that may be given once at most. Throws `CommandError`. */
  one(name: string): string | undefined {
    const [value, ...others] = this.all(name);
    if (others.length > 0) throw new CommandError(`The option --${name} can be given only once.`);
    return value;
  }
}

/** Sorts words into files and options; `--` ends the options. Throws on options that are unknown or lack values. */
export function readArguments(words: readonly string[], options: Options): Arguments {
  const files: string[] = [];
  const given: GivenOption[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') files.push(...rest.splice(0));
    else if (word === '-' || !word.startsWith('-')) files.push(word);
    else given.push(readOption(word, rest, options));
  }
  return new Arguments(files, given);
}

/** Takes an option's values from the words that follow, or one from behind its `=`. */
function readOption(word: string, rest: string[], options: Options): GivenOption {
  const [, key = word, attached] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
  const [name, option] = Object.entries(options).find((entry) => isNamed(key, entry)) ?? [];
  if (name === undefined || !option) throw new CommandError(`There is no option ${key}.`);
  if (attached !== undefined) rest.unshift(attached);
  const wanted = option.values.length;
  if (rest.length < wanted || (attached !== undefined && wanted !== 1))
    throw new CommandError(`The option ${key} needs ${wanted === 0 ? 'no value' : option.values.join(' ')}.`);
  return { name, values: rest.splice(0, wanted) };
}

function isNamed(key: string, [name, { short }]: [string, Option]): boolean {
  return key === `--${name}` || (short !== undefined && key === `-${short}`);
}
