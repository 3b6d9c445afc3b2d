/**
 * Runs before `npm start`: the right Node, the packages, the build; each only when it is needed.
 * Written for any Node that knows modules and without a package, because it says so when Node is too old.
 */
import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const installStamp = join(root, 'node_modules', '.sluice-stamp');
const buildStamp = join(root, 'node_modules', '.sluice-build');

/** What a build is made of. */
const SOURCES = [
  'src',
  'static',
  'tests/support/writeCatalogue.ts',
  'tests/support/writeSchema.ts',
  'tests/support/writeGenerated.ts',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];

/** Written by the build itself from other sources. */
const GENERATED = [
  'src/lib/state/catalogue.json',
  'src/lib/state/catalogueLooks.json',
  'static/schema/integration-7.json',
];

checkNode();
install();
build();

function checkNode() {
  const wanted = JSON.parse(read('package.json')).engines.node;
  if (satisfies(process.version, wanted)) return;
  fail(`Sluice needs Node ${sayRange(wanted)}, but this is Node ${process.version.slice(1)}.`);
}

/** Understands what our `engines` uses: `^1.2.3`, `>=1.2.3` and `||` between them. */
function satisfies(version, range) {
  return range.split('||').some((part) => {
    const lowest = numbers(part);
    const actual = numbers(version);
    const inSameMajor = actual[0] === lowest[0];
    return isAtLeast(actual, lowest) && (inSameMajor || part.trim().startsWith('>='));
  });
}

function numbers(text) {
  return text
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number);
}

function isAtLeast(actual, lowest) {
  const different = actual.findIndex((number, index) => number !== lowest[index]);
  return different === -1 || actual[different] > lowest[different];
}

/** `^20.19.0 || >=24.0.0` as a person says it: `20.19 or newer in that line, or 24 or newer`. */
function sayRange(range) {
  const parts = range.split('||').map((part) => {
    const version = part.replace(/[^\d.]/g, '').replace(/(\.0)+$/, '');
    return part.trim().startsWith('>=')
      ? `${version} or newer`
      : `${version} or a later ${version.split('.')[0]}`;
  });
  return parts.join(', ');
}

function install() {
  const hash = hashOf(['package-lock.json']);
  if (hasText(installStamp, hash) && hasTools()) return;
  if (!wasJustInstalled()) {
    console.log('Installing the packages ...');
    npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
  }
  writeFileSync(installStamp, hash);
}

/** `npm ci` leaves its own list of what it installed; one newer than the lock file is of that lock file. */
function wasJustInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || !hasTools()) return false;
  return statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** With NODE_ENV=production npm leaves out what builds the app. */
function hasTools() {
  return existsSync(join(root, 'node_modules', 'vite'));
}

function build() {
  const sources = hashOf(SOURCES);
  if (hasText(buildStamp, sources + hashOf(['build/index.html']))) return;
  console.log('Building the app ...');
  npm('run', 'build');
  // The page names the build, so that a build of other sources in between is not taken for this one.
  writeFileSync(buildStamp, sources + hashOf(['build/index.html']));
}

/** Runs npm; what it prints is shown only when it fails. */
function npm(...args) {
  // Inside an npm script this is the npm that runs it; otherwise the one on the PATH, found by the shell.
  const script = process.env.npm_execpath || '';
  const own = /npm-cli\.c?js$/.test(script);
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: !own };
  const startMs = Date.now();
  const result = own
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync(`npm ${args.join(' ')}`, options);
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout || ''}${result.stderr || ''}`);
    fail(
      `"npm ${args.join(' ')}" failed${result.error ? `: ${result.error.message}` : '; its output is above'}.`,
    );
  }
  console.log(`  done in ${Math.round((Date.now() - startMs) / 1000)} s`);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) for (const file of filesIn(path)) hash.update(`${file}\0`).update(read(file));
  return hash.digest('hex');
}

/** The files at a path, which may be one file, a folder or nothing, in a fixed order. */
function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full) || GENERATED.includes(path)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return [].concat(
    ...readdirSync(full)
      .sort()
      .map((name) => filesIn(`${path}/${name}`)),
  );
}

function hasText(file, text) {
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

function read(path) {
  return readFileSync(join(root, path));
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
