/** A small built app in a temporary folder, and ways to ask its server: for the tests of `src/relay`. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a client got. */
export interface Reply {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** How a run of the start command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Is given the running command and the address it printed. */
type Ready = (command: ChildProcess, address: URL) => void;

/** The policy in the head of the app's page. */
export const POLICY = "default-src 'self'; script-src 'self' 'sha256-abc='";

/** What stands in the files that nobody may read. */
export const SECRET = 'not for you';

/** A script that is there in compressed forms too. */
export const SCRIPT = 'export const answer = 42;\n'.repeat(50);

/** Its address. */
export const SCRIPT_PATH = '/_app/immutable/entry/app.1a2b.js';

/** Makes the app's folder, with secrets in it and around it; the caller removes the folder above it. */
export function buildApp(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'sluice-relay-')), 'build');
  write(folder, 'index.html', pageWith(POLICY));
  write(folder, SCRIPT_PATH, SCRIPT);
  write(folder, `${SCRIPT_PATH}.br`, brotliCompressSync(SCRIPT));
  write(folder, `${SCRIPT_PATH}.gz`, gzipSync(SCRIPT));
  write(folder, '_app/version.json', '{"version":"1"}');
  for (const end of ['woff2', 'svg', 'webmanifest', 'wasm', 'js.map', 'yaml', 'css', 'xyz'])
    write(folder, `types/a.${end}`, 'x');
  for (const name of ['.hidden', '.git/config', '../secret.txt', '../build-other/secret.txt'])
    write(folder, name, SECRET);
  return folder;
}

/** A built page whose head holds this policy. */
export function pageWith(policy: string): string {
  return `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><title>x</title>the app`;
}

/** Writes a file below a folder, with the folders on the way. */
export function write(folder: string, name: string, content: string | Buffer): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Sends one request to 127.0.0.1. Not `fetch`: that tidies the path, and sends headers of its own. */
export async function ask(
  port: number,
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
): Promise<Reply> {
  const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end();
  const [response] = await once(asked, 'response');
  const chunks: Buffer[] = await response.toArray();
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() };
}

/** What `npm start` runs. */
const START = ['--import', 'tsx', 'src/relay/start.ts'];

/** A program that starts another one and passes no signal on to it, as npm's shell does. */
const AROUND = `require('node:child_process').spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' })`;

/** Runs the command behind `npm start` until it ends; `ready` is called when it has printed its address. */
export function runStart(folder: string, env: NodeJS.ProcessEnv, ready?: Ready): Promise<Ended> {
  return runToEnd([...START, folder], env, ready);
}

/** The same within another program, which is the one that `ready` is given. */
export function runStartWithin(folder: string, env: NodeJS.ProcessEnv, ready: Ready): Promise<Ended> {
  return runToEnd(['-e', AROUND, '--', ...START, folder], env, ready);
}

async function runToEnd(words: string[], env: NodeJS.ProcessEnv, ready?: Ready): Promise<Ended> {
  const command = spawn(process.execPath, words, {
    env: { ...process.env, HOST: '', npm_lifecycle_event: '', ...env },
    timeout: 15_000, // Milliseconds; a command that does not end must not outlive its test.
  });
  const output = { stdout: '', stderr: '' };
  command.stdout.on('data', (chunk) => {
    output.stdout += chunk;
    ready?.(command, new URL(output.stdout.slice(output.stdout.indexOf('http'))));
  });
  command.stderr.on('data', (chunk) => (output.stderr += chunk));
  // Not `exit`: this comes when everything that holds the output has ended.
  const [code] = await once(command, 'close');
  return { ...output, code };
}
