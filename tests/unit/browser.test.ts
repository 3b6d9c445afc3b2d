/** Which browser the tests run in: the order of looking, and what is said when there is none. */
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../support/browser.ts';
import { installedPaths } from '../support/browserPlaces.ts';
import type { Machine } from '../support/machine.ts';

const OWN = '/cache/chromium-1/chrome';
const CHROME = '/usr/local/bin/google-chrome';
const DEBIAN = '/usr/bin/chromium';
const APT = '/usr/bin/apt-get';

/** What a pretended computer holds, and what appears on it when a program runs. */
interface Pretended {
  env?: NodeJS.ProcessEnv;
  files?: string[];
  broken?: string[];
  isRoot?: boolean;
  installs?: Record<string, string>;
}

describe('the order', () => {
  test('BROWSER_PATH comes before everything', async () => {
    const { found, started } = await look({
      env: { BROWSER_PATH: '/my/browser' },
      files: ['/my/browser', OWN, CHROME],
    });
    expect(found).toEqual({ path: '/my/browser' });
    expect(started).toEqual(['/my/browser']);
  });

  test("Playwright's own comes before an installed one", async () => {
    expect((await look({ files: [OWN, CHROME] })).found).toEqual({ path: OWN });
  });

  test('what is on the PATH comes before the usual places', async () => {
    const { found, ran } = await look({ files: ['/opt/google/chrome/chrome', CHROME] });
    expect(found).toEqual({ path: CHROME });
    expect(ran).toEqual([]);
  });

  test('what is there but does not start is passed over', async () => {
    const { found, started } = await look({ files: [OWN, CHROME, DEBIAN], broken: [OWN, CHROME] });
    expect(found).toEqual({ path: DEBIAN });
    expect(started).toEqual([OWN, CHROME, DEBIAN]);
  });

  test('one that is on the PATH and in its usual place is started once only', async () => {
    const { started } = await look({ files: [DEBIAN], broken: [DEBIAN] });
    expect(started).toEqual([DEBIAN]);
  });

  test("without any, Playwright's download is tried first", async () => {
    const { found, ran } = await look({ files: [APT], isRoot: true, installs: { install: OWN } });
    expect(found).toEqual({ path: OWN });
    expect(ran).toEqual(['playwright install chromium --only-shell']);
  });

  test("then Debian's package", async () => {
    const { found, ran, said } = await look({ files: [APT], isRoot: true, installs: { chromium: DEBIAN } });
    expect(found).toEqual({ path: DEBIAN });
    expect(ran.slice(1)).toEqual(['apt-get update', 'apt-get install -y --no-install-recommends chromium']);
    expect(said).toHaveLength(2);
  });

  test.each([
    { name: 'who is not root', files: [APT], isRoot: false },
    { name: 'without apt-get', files: [], isRoot: true },
  ])('apt-get is left alone by one $name', async ({ files, isRoot }) => {
    expect((await look({ files, isRoot })).ran).toEqual(['playwright install chromium --only-shell']);
  });
});

describe('the sentences', () => {
  test('no browser at all', async () => {
    const problem =
      'No Chrome, Chromium, Edge or Brave was found, and none could be installed here: ' +
      'install one of them, or set BROWSER_PATH to the program file of one.';
    expect((await look({ files: [APT], isRoot: true })).found).toEqual({ problem });
  });

  test('a BROWSER_PATH that does not start is not replaced by another browser', async () => {
    const { found } = await look({ env: { BROWSER_PATH: '/typo' }, files: [CHROME] });
    const problem =
      'BROWSER_PATH is "/typo", which does not start: ' +
      'set it to the program file of Chrome, Chromium, Edge or Brave, or unset it.';
    expect(found).toEqual({ problem });
  });
});

describe('the usual places', () => {
  test('on Windows', () => {
    const env = {
      Path: 'C:\\Tools;D:\\Bin',
      ProgramFiles: 'C:\\Program Files',
      LOCALAPPDATA: 'C:\\Users\\a\\Local',
    };
    const paths = installedPaths({ platform: 'win32', env });
    expect(paths[0]).toBe('C:\\Tools\\google-chrome-stable.exe');
    expect(paths).toContain('D:\\Bin\\msedge.exe');
    expect(paths).toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(paths).toContain('C:\\Users\\a\\Local\\Google\\Chrome\\Application\\chrome.exe');
  });

  test('on a Mac', () => {
    const paths = installedPaths({
      platform: 'darwin',
      env: { PATH: '/opt/homebrew/bin', HOME: '/Users/a' },
    });
    expect(paths).toContain('/opt/homebrew/bin/chromium');
    expect(paths).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(paths).toContain('/Users/a/Applications/Brave Browser.app/Contents/MacOS/Brave Browser');
  });
});

/** Looks for a browser on a pretended computer, and tells what was started, run and said on the way. */
async function look({ env = {}, files = [], broken = [], isRoot = false, installs = {} }: Pretended) {
  const there = new Set(files);
  const log = { started: [] as string[], ran: [] as string[], said: [] as string[] };
  const machine: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    isRoot,
    playwright: ['playwright'],
    playwrightPaths: () => [OWN],
    exists: (path) => there.has(path),
    async starts(path) {
      log.started.push(path);
      return there.has(path) && !broken.includes(path);
    },
    async run(command) {
      log.ran.push(command.join(' '));
      for (const [word, file] of Object.entries(installs)) if (isAbout(command, word)) there.add(file);
    },
    say: (line) => void log.said.push(line),
  };
  return { found: await findBrowser(machine), ...log };
}

/** `playwright install ...` is known by its verb, apt-get by the package at its end. */
function isAbout(command: string[], word: string): boolean {
  return command[1] === word ? command[0] === 'playwright' : command.at(-1) === word;
}
