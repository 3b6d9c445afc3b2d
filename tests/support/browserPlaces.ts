/** Where browsers of the Chromium family are when they are installed. */
import { posix, win32 } from 'node:path';

/** What the places depend on. */
export interface Surroundings {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
}

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
  'brave-browser',
  'brave',
];

const LINUX_FILES = [
  '/opt/google/chrome/chrome',
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge',
  '/opt/brave.com/brave/brave',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];

const WINDOWS_FILES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

/** Program files that may be there, in the order they are to be tried: first the PATH, then the usual places. */
export function installedPaths({ platform, env }: Surroundings): string[] {
  if (platform === 'win32') return [...onPath(env, win32, '.exe'), ...windowsFiles(env)];
  return [...onPath(env, posix, ''), ...(platform === 'darwin' ? macFiles(env) : LINUX_FILES)];
}

function onPath(env: NodeJS.ProcessEnv, { delimiter, join }: typeof posix, ending: string): string[] {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command + ending)));
}

function windowsFiles(env: NodeJS.ProcessEnv): string[] {
  const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
    (root) => root !== undefined,
  );
  return WINDOWS_FILES.flatMap((file) => roots.map((root) => win32.join(root, file)));
}

function macFiles(env: NodeJS.ProcessEnv): string[] {
  const roots = ['', env.HOME ?? ''].map((root) => `${root}/Applications`);
  return MAC_APPLICATIONS.flatMap((name) =>
    roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`),
  );
}
