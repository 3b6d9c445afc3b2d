/** Finds a browser of the Chromium family for the tests, and installs one where it can. */
import { installedPaths } from './browserPlaces.ts';
import { thisMachine, type Machine } from './machine.ts';

/** The program file of a browser that was seen to start, or a sentence that says what to do. */
export type FoundBrowser = { path: string } | { problem: string };

const NONE = 'No Chrome, Chromium, Edge or Brave was found, and none could be installed here';
const WAY_OUT = 'install one of them, or set BROWSER_PATH to the program file of one.';

/**
 * In this order, each started once: BROWSER_PATH, Playwright's own, an installed one, Playwright's download,
 * Debian's package. A BROWSER_PATH that does not start is a problem: taking another one would hide a mistake.
 */
export async function findBrowser(machine: Machine = thisMachine): Promise<FoundBrowser> {
  const chosen = machine.env.BROWSER_PATH;
  if (chosen) return (await machine.starts(chosen)) ? { path: chosen } : { problem: cannotStart(chosen) };
  const path =
    (await firstThatStarts(machine, [...machine.playwrightPaths(), ...installedPaths(machine)])) ??
    (await download(machine)) ??
    (await installPackage(machine));
  return path === undefined ? { problem: `${NONE}: ${WAY_OUT}` } : { path };
}

function cannotStart(path: string): string {
  return `BROWSER_PATH is "${path}", which does not start: set it to the program file of Chrome, Chromium, Edge or Brave, or unset it.`;
}

async function firstThatStarts(machine: Machine, paths: string[]): Promise<string | undefined> {
  for (const path of new Set(paths)) {
    if (machine.exists(path) && (await machine.starts(path))) return path;
  }
  return undefined;
}

async function download(machine: Machine): Promise<string | undefined> {
  machine.say("No browser found; trying Playwright's download ...");
  await machine.run([...machine.playwright, 'install', 'chromium', '--only-shell'], { timeoutMs: 300_000 });
  return firstThatStarts(machine, machine.playwrightPaths());
}

async function installPackage(machine: Machine): Promise<string | undefined> {
  if (!machine.isRoot || !machine.exists('/usr/bin/apt-get')) return undefined;
  machine.say('No download to be had; installing the package "chromium" with apt-get ...');
  // An update that fails (one broken source is enough) still leaves the lists of the others.
  await machine.run(['apt-get', 'update'], { timeoutMs: 180_000 });
  await machine.run(['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'], {
    timeoutMs: 600_000,
  });
  return firstThatStarts(machine, installedPaths(machine));
}
