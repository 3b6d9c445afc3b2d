import { describe, expect, it } from 'vitest';
import { readArguments, type Options } from '../../../src/cli/Arguments.ts';

const options: Options = {
  json: { values: [], help: '' },
  write: { values: [], help: '', short: 'i' },
  payload: { values: ['FILE'], help: '' },
  rename: { values: ['OLD', 'NEW'], help: '' },
};

function read(...words: string[]): unknown {
  return readArguments(words, options);
}

describe('the words behind a command', () => {
  it('are files and options in any order', () => {
    expect(read('a.yml', '--json', 'b.yml', '-i')).toMatchObject({
      files: ['a.yml', 'b.yml'],
      options: [
        { name: 'json', values: [] },
        { name: 'write', values: [] },
      ],
    });
  });

  it('give an option as many values as it takes, whatever they look like', () => {
    expect(read('--rename', '--json', '-', 'a.yml', '--rename', 'x', 'y')).toMatchObject({
      files: ['a.yml'],
      options: [
        { name: 'rename', values: ['--json', '-'] },
        { name: 'rename', values: ['x', 'y'] },
      ],
    });
  });

  it('take one value behind “=”, with all it holds', () => {
    expect(read('--payload=a=b.json')).toMatchObject({
      options: [{ name: 'payload', values: ['a=b.json'] }],
    });
  });

  it('take a lone dash and everything behind two dashes as files', () => {
    expect(read('-', '--', '--json', '-i')).toMatchObject({ files: ['-', '--json', '-i'], options: [] });
  });

  it.each([
    [['--nothing'], 'There is no option --nothing.'],
    [['--constructor'], 'There is no option --constructor.'],
    [['-x'], 'There is no option -x.'],
    [['--payload'], 'The option --payload needs FILE.'],
    [['--rename', 'x'], 'The option --rename needs OLD NEW.'],
    [['--rename=x', 'y'], 'The option --rename needs OLD NEW.'],
    [['--json=yes'], 'The option --json needs no value.'],
  ])('%j cannot be read', (words, message) => {
    expect(() => read(...words)).toThrow(message);
  });
});
