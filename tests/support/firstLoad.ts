/** Prints how much JavaScript a first visit loads, against the budgets (architecture 13); run after the build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** A start of the app: the scripts it begins with, by path in the client's folder, and what it may weigh. */
interface Start {
  name: string;
  scripts: string[];
  budgetKb: number;
}

/** What Kit writes about the build for its own server (`manifest-full.js`), as far as it is read here. */
interface KitManifest {
  _: { client: { start: string; app: string }; routes: KitRoute[] };
}

interface KitRoute {
  id: string;
  page: { layouts: number[]; errors: number[]; leaf: number } | null;
}

const OUTPUT = join(import.meta.dirname, '../../.svelte-kit/output');
const CLIENT = join(OUTPUT, 'client');
const WORKERS = '_app/immutable/workers';
const PAGES = [
  { name: 'Integrations page', route: '/integrations', budgetKb: 150 },
  { name: 'Designer', route: '/integrations/[id]', budgetKb: 250 },
];

try {
  console.log('JavaScript of the first load, gzip (1 KB = 1,000 bytes, what is imported later left out):');
  for (const start of [...(await pageStarts()), ...workerStarts()]) console.log(row(start));
} catch (error) {
  // A measure must not break a build.
  console.log(`  could not be measured: ${error instanceof Error ? error.message : error}`);
}

async function pageStarts(): Promise<Start[]> {
  const { href } = pathToFileURL(join(OUTPUT, 'server/manifest-full.js'));
  const { manifest } = (await import(href)) as { manifest: KitManifest };
  const scripts: Record<string, { file: string }> = JSON.parse(text('.vite/manifest.json'));
  return PAGES.flatMap(({ name, route, budgetKb }) => {
    const page = manifest._.routes.find(({ id }) => withoutGroups(id) === route)?.page;
    if (!page) return [];
    // The router always loads the root layout and the root error page, nodes 0 and 1.
    const nodes = new Set([0, 1, ...page.layouts, ...page.errors, page.leaf]);
    const files = [...nodes].map((node) => scripts[nodeSource(node)]?.file ?? []).flat();
    return { name, budgetKb, scripts: [manifest._.client.start, manifest._.client.app, ...files] };
  });
}

/** Vite's manifest names a script by the module it is made of; these modules are written by Kit. */
function nodeSource(node: number): string {
  return `.svelte-kit/generated/client-optimized/nodes/${node}.js`;
}

/** `/(app)/integrations` is at the address `/integrations`. */
function withoutGroups(routeId: string): string {
  return routeId.replace(/\/\([^/]+\)/g, '');
}

function workerStarts(): Start[] {
  const folder = join(CLIENT, WORKERS);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : [];
  return files.map((file) => {
    const name = `Worker "${file.replace(/-[\w-]{8}\.js$/, '')}"`;
    return { name, scripts: [`${WORKERS}/${file}`], budgetKb: 150 };
  });
}

function row({ name, scripts, budgetKb }: Start): string {
  const files = [...withImports(scripts)];
  const bytes = files.reduce((sum, file) => sum + gzipSync(text(file), { level: 9 }).length, 0);
  const kb = (bytes / 1000).toFixed(1).padStart(6);
  const remark = bytes > budgetKb * 1000 ? ', OVER THE BUDGET' : '';
  return `  ${name.padEnd(20)} ${kb} of ${budgetKb} KB in ${files.length} files${remark}`;
}

/** These scripts and everything they import at their top, directly or not. */
function withImports(scripts: string[], found = new Set<string>()): Set<string> {
  for (const script of scripts.filter((candidate) => !found.has(candidate))) {
    found.add(script);
    withImports(staticImports(script), found);
  }
  return found;
}

/** `import{a}from"./b.js"` and `import"./b.js"`, but not `import("./b.js")`; a text that looks like one names no file. */
function staticImports(script: string): string[] {
  const matches = text(script).matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g);
  const paths = [...matches].map(([, path = '']) => posix.join(posix.dirname(script), path));
  return paths.filter((path) => existsSync(join(CLIENT, path)));
}

function text(path: string): string {
  return readFileSync(join(CLIENT, path), 'utf8');
}
