import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const sample = join(root, 'src/lib/library/samples/orderTriage.yaml');
let folder = '';

/** The real program in a process of its own. */
function sluice(words: string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-cli-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the program in a process', { timeout: 60_000 }, () => {
  it('reads standard input and ends with the exit code of its command', () => {
    expect(sluice(['validate', '-'], readFileSync(sample, 'utf8'))).toMatchObject({ status: 0, stderr: '' });
    expect(sluice(['validate', '-'], 'name: [')).toMatchObject({ status: 1, stderr: '' });
  });

  it('says in one sentence that a file is not there or is a folder', () => {
    expect(sluice(['format', join(folder, 'none.yml')]).stderr).toMatch(
      /cannot be read: it does not exist\.\n$/,
    );
    const { status, stdout, stderr } = sluice(['validate', folder]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(`The file ${folder} cannot be read: it is a folder.\n`);
  });

  it('writes in place through a link, keeps the permissions, and leaves nothing else behind', () => {
    const [file, link] = [join(folder, 'orders.yml'), join(folder, 'link.yml')];
    writeFileSync(file, readFileSync(sample));
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    expect(sluice(['edit', link, '--rename-flow', 'Order received', 'Orders', '-i'])).toMatchObject({
      status: 0,
    });
    expect(readFileSync(file, 'utf8')).toContain('name: Orders');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).toSorted()).toEqual(['link.yml', 'orders.yml']);
  });

  it('does not mind that nobody reads its output to the end', async () => {
    const program = execFile(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', 'audit', sample, '--json'],
      {
        cwd: root,
      },
    );
    program.stdout?.destroy();
    let errors = '';
    program.stderr?.on('data', (text) => (errors += text));
    await new Promise((resolve) => program.once('close', resolve));
    expect(errors).toBe('');
  });
});
