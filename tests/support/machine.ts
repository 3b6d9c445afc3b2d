/** The computer the tests run on, as far as looking for a browser needs it. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** What looking for a browser asks of a computer; a test gives its own. */
export interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  isRoot: boolean;
  /** The words that run Playwright's command. */
  playwright: string[];
  /** Where Playwright keeps the browsers it downloads for itself, whether or not they are there. */
  playwrightPaths(): string[];
  exists(path: string): boolean;
  /** Starts a browser once to see that it can. */
  starts(path: string): Promise<boolean>;
  /** Runs a program to its end or for so many milliseconds, whatever comes of it. */
  run(command: string[], limit: { timeoutMs: number }): Promise<void>;
  say(line: string): void;
}

/** The real one. */
export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  playwright: [process.execPath, join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js')],
  playwrightPaths,
  exists: existsSync,
  starts,
  run: async (command, { timeoutMs }) => void (await outputOf(command, timeoutMs)),
  say: (line) => console.error(line),
};

function playwrightPaths(): string[] {
  try {
    const path = chromium.executablePath();
    return [path, ...headlessShells(path)];
  } catch {
    return []; // Playwright has none for this system.
  }
}

/** The smaller browser of `--only-shell` lies beside the full one; Playwright does not tell its path. */
function headlessShells(chromiumPath: string): string[] {
  const [, root, revision] = /^(.*)[\\/]chromium-(\d+)[\\/]/.exec(chromiumPath) ?? [];
  const folder = `${root}/chromium_headless_shell-${revision}`;
  if (root === undefined || !existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /headless[-_]shell(\.exe)?$/.test(file)).map((file) => join(folder, file));
}

async function starts(path: string): Promise<boolean> {
  // On Windows these programs have no `--version`: they open a window.
  if (process.platform === 'win32') return existsSync(path);
  return /\d+\.\d+\.\d+/.test(await outputOf([path, '--version'], 20_000));
}

/** What a program printed when it ended well within the time; else nothing. */
function outputOf([program = '', ...parameters]: string[], timeoutMs: number): Promise<string> {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(program, parameters, {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      // What the program itself started may hold the pipe open: not waiting for it is the point.
      child.stdout.destroy();
      resolve('');
    }, timeoutMs);
    function end(result: string): void {
      clearTimeout(timer);
      resolve(result);
    }
    child.stdout.on('data', (chunk) => (output += chunk));
    child.once('error', () => end(''));
    child.once('close', (code) => end(code === 0 ? output : ''));
  });
}
