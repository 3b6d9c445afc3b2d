import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/cli/commands/index.ts';
import { runSluice } from './runSluice.ts';

describe('the program', () => {
  it('lists every command with its summary', async () => {
    const { code, out } = await runSluice(['--help']);
    expect(code).toBe(0);
    for (const [name, { summary }] of Object.entries(commands)) {
      expect(out).toContain(name);
      expect(out).toContain(summary);
    }
  });

  it.each(Object.keys(commands))('says what %s does, whatever else is asked', async (name) => {
    const { code, out, err } = await runSluice([name, 'no-such-file.yml', '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(commands[name]?.usage);
    for (const option of Object.keys(commands[name]?.options ?? {})) expect(out).toContain(`--${option}`);
  });

  it.each([
    [[], 'Say which command: see --help.'],
    [['nonsense'], 'There is no command “nonsense”: see --help.'],
    [['constructor'], 'There is no command “constructor”: see --help.'],
    [['format'], 'Usage: format FILE [--write]'],
    [['format', 'a.yml', 'b.yml'], 'Usage: format FILE [--write]'],
    [['format', 'a.yml', '--jsno'], 'There is no option --jsno.'],
    [['validate'], 'Usage: validate FILE... [--json]'],
    [['diff', '-', '-'], 'Standard input can be given only once.'],
    [['format', 'a.yml'], 'The file a.yml cannot be read: it does not exist.'],
    [['edit', 'a.yml'], 'Say what to rename: see edit --help.'],
  ])('ends %j with 2 and one sentence', async (words, sentence) => {
    expect(await runSluice(words)).toMatchObject({ code: 2, out: '', err: `${sentence}\n` });
  });

  it('shows no stack and no control characters of what it could not do', async () => {
    const { err } = await runSluice(['format', 'a\u001b[31m\nb.yml']);
    expect(err).toBe('The file a\\u{1b}[31m b.yml cannot be read: it does not exist.\n');
  });
});
