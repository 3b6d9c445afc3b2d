/** A real S3 store on this computer for the tests that want one: Ceph's gateway with all its data in memory. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.ts';
import { thisMachine } from './machine.ts';
import { configuration, type Ports } from './radosgwConfig.ts';

export interface RunningStore {
  /** What tests find in `S3_TEST_ENDPOINT`. */
  endpoint: string;
  close: () => void;
}

/** The keys of the store's only user. */
export const STORE_KEYS = { accessKeyId: 'TESTKEY', secretAccessKey: 'TESTSECRET' };

const PACKAGES = ['ceph-mon', 'ceph-osd', 'ceph-mgr', 'ceph-common', 'radosgw'];
const PROGRAMS = ['ceph-mon', 'ceph-osd', 'ceph', 'radosgw', 'radosgw-admin'];

/** Installs what is missing where it can, starts the store and waits until it answers; or says why there is none. */
export async function startStore(): Promise<RunningStore | { problem: string }> {
  if (!(await isInstalled())) return { problem: 'Ceph is not installed, and could not be installed here' };
  const store = new Store(mkdtempSync(join(tmpdir(), 'sluice-s3-')), {
    monitor: await freePort(),
    gateway: await freePort(),
  });
  try {
    await store.start();
    return store;
  } catch (thrown) {
    store.close();
    return { problem: `Ceph did not start: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
  }
}

async function isInstalled(): Promise<boolean> {
  const isThere = () => PROGRAMS.every((name) => existsSync(`/usr/bin/${name}`));
  if (isThere() || !thisMachine.isRoot || !existsSync('/usr/bin/apt-get')) return isThere();
  thisMachine.say(`Installing ${PACKAGES.join(', ')} with apt-get ...`);
  await thisMachine.run(['apt-get', 'update'], { timeoutMs: 180_000 });
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...PACKAGES];
  await thisMachine.run(install, { timeoutMs: 900_000 });
  return isThere();
}

/** A monitor, one disk in memory, and the gateway before them, each a child of this process. */
class Store implements RunningStore {
  readonly endpoint: string;
  readonly #folder: string;
  readonly #ports: Ports;
  readonly #children: ChildProcess[] = [];

  constructor(folder: string, ports: Ports) {
    this.#folder = folder;
    this.#ports = ports;
    this.endpoint = `http://127.0.0.1:${ports.gateway}`;
  }

  async start(): Promise<void> {
    const cluster = randomUUID();
    for (const name of ['mon', 'osd', 'rgw', 'run', 'log']) mkdirSync(join(this.#folder, name));
    writeFileSync(this.#path('ceph.conf'), configuration(this.#folder, cluster, this.#ports));
    await this.#makeKeys();
    await this.#startMonitor(cluster);
    await this.#startDisk();
    this.#daemon('radosgw', '-n', 'client.rgw.a');
    await until('the gateway answers', async () => (await fetch(this.endpoint)).ok);
    const { accessKeyId, secretAccessKey } = STORE_KEYS;
    const keys = [`--access-key=${accessKeyId}`, `--secret-key=${secretAccessKey}`];
    await this.#run('radosgw-admin', 'user', 'create', '--uid=tester', '--display-name=tester', ...keys);
  }

  /** By the ids of what this object started, and of nothing else. */
  close(): void {
    for (const child of this.#children.reverse()) child.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #makeKeys(): Promise<void> {
    const keyring = this.#path('keyring');
    await this.#tool(
      'ceph-authtool',
      '--create-keyring',
      keyring,
      '--gen-key',
      '-n',
      'mon.',
      '--cap',
      'mon',
      'allow *',
    );
    const users: [name: string, ...rights: string[]][] = [
      ['client.admin', 'mon', 'allow *', 'osd', 'allow *', 'mgr', 'allow *'],
      ['osd.0', 'mon', 'allow profile osd', 'osd', 'allow *', 'mgr', 'allow profile osd'],
      ['client.rgw.a', 'mon', 'allow rw', 'osd', 'allow rwx'],
    ];
    for (const [name, ...rights] of users) {
      const pairs = rights.flatMap((right, index) => (index % 2 === 0 ? ['--cap', right] : [right]));
      await this.#tool('ceph-authtool', keyring, '--gen-key', '-n', name, ...pairs);
    }
  }

  async #startMonitor(cluster: string): Promise<void> {
    const map = this.#path('monmap');
    const address = `[v2:127.0.0.1:${this.#ports.monitor}]`;
    await this.#tool('monmaptool', '--create', '--addv', 'a', address, '--fsid', cluster, map);
    const files = ['--monmap', map, '--keyring', this.#path('keyring')];
    await this.#run('ceph-mon', '--mkfs', '-i', 'a', ...files);
    this.#daemon('ceph-mon', '-i', 'a');
  }

  async #startDisk(): Promise<void> {
    const disk = randomUUID();
    await this.#run('ceph', 'osd', 'new', disk);
    await this.#run('ceph-osd', '-i', '0', '--osd-uuid', disk, '--mkfs');
    this.#daemon('ceph-osd', '-i', '0');
    await this.#run('ceph', 'osd', 'crush', 'add', 'osd.0', '1', 'root=default', 'host=h0');
    await until('the disk is in use', async () => (await this.#run('ceph', 'osd', 'stat')).includes('1 up'));
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }

  /** A program of the cluster, to its end. */
  async #run(program: string, ...words: string[]): Promise<string> {
    return await this.#tool(program, '-c', this.#path('ceph.conf'), ...words);
  }

  async #tool(program: string, ...words: string[]): Promise<string> {
    return await outputOf(program, words, { ...process.env, CEPH_CONF: this.#path('ceph.conf') });
  }

  /** A program that stays; in the foreground, so that it can be ended by its id. */
  #daemon(program: string, ...words: string[]): void {
    const log = openSync(this.#path(`log/${program}.out`), 'w');
    const all = ['-f', '-c', this.#path('ceph.conf'), ...words];
    this.#children.push(spawn(program, all, { stdio: ['ignore', log, log] }));
  }
}

/** What a program printed. Rejects when it fails, or takes longer than a minute. */
function outputOf(program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (output.stdout += chunk));
    child.stderr.on('data', (chunk) => (output.stderr += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output.stdout);
      else
        reject(new Error(`${program} ${words.slice(2, 4).join(' ')}: ${output.stderr.trim().slice(-300)}`));
    });
  });
}

const PATIENCE_MS = 120_000;

/** Asks until it is so; what the asking throws means not yet. */
async function until(what: string, ask: () => Promise<boolean>): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS;
  while (!(await ask().catch(() => false))) {
    if (performance.now() > endMs) throw new Error(`it took too long until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
