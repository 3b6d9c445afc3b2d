/** Who may import whom: the table of README "How it is built", read from every import of the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a folder may import: our folders (or one file), and packages. */
interface Rule {
  ours: readonly string[];
  packages: readonly string[];
}

const feature: Rule = { ours: ['model', 'state', 'storage', 'views', 'ui'], packages: ['svelte', '$app'] };

const rules: Readonly<Record<string, Rule>> = {
  model: { ours: [], packages: [] },
  yaml: { ours: ['model'], packages: ['yaml'] },
  connectors: {
    ours: ['model'],
    packages: [
      'acorn',
      '@cfworker/json-schema',
      '@msgpack/msgpack',
      '@noble/hashes',
      'aws4fetch',
      'dayjs',
      'entities',
      'fast-xml-parser',
      'fflate',
      'html-to-text',
      'js-beautify',
      'jsonata',
      'juice',
      'liquidjs',
      'mathjs',
      'papaparse',
      'yaml',
    ],
  },
  engine: { ours: ['model', 'connectors/define.ts'], packages: [] },
  storage: { ours: ['model'], packages: ['dexie'] },
  triggers: { ours: ['model', 'storage'], packages: ['croner'] },
  vault: { ours: ['model', 'storage'], packages: [] },
  runtime: {
    ours: ['model', 'engine', 'connectors', 'storage', 'triggers', 'vault'],
    packages: ['comlink'],
  },
  state: { ours: ['model', 'yaml', 'storage', 'runtime/client.ts', 'vault'], packages: ['svelte'] },
  ui: {
    ours: [],
    packages: ['svelte', '@lucide/svelte', 'bits-ui', '@codemirror', '@lezer', '@fontsource-variable'],
  },
  views: { ours: ['model', 'state', 'ui'], packages: ['svelte'] },
  builder: feature,
  library: feature,
  executions: feature,
  deployments: feature,
  catalogue: feature,
  settings: feature,
  routes: {
    ours: [
      'state',
      'views',
      'ui',
      'builder',
      'library',
      'executions',
      'deployments',
      'catalogue',
      'settings',
    ],
    packages: ['svelte', '$app', '@sveltejs/kit'],
  },
  relay: { ours: [], packages: ['node:'] },
  cli: {
    ours: [
      'model',
      'yaml',
      'engine',
      'connectors',
      'triggers',
      'runtime/findStep.ts',
      // What is the same in every host: a browser, Node, a server.
      'runtime/calculate/answer.ts',
      'runtime/calculate/Calculator.ts',
      'runtime/ConnectionSecrets.ts',
      'runtime/fetchPlain.ts',
      'runtime/maskPorts.ts',
      'runtime/practice.ts',
      'vault/Mask.ts',
    ],
    packages: ['node:', 'quickjs-emscripten', 'tsx'],
  },
};

const files = ['src/lib', 'src/routes', 'src/relay', 'src/cli'].flatMap(sources);

describe('imports', () => {
  it('of every folder stay within its row of the table', () => {
    expect(files.flatMap(({ path, text }) => imports(text).flatMap((to) => refused(path, to)))).toEqual([]);
  });

  it('never close a circle', () => {
    const known = new Set(files.map(({ path }) => path));
    const targets = ({ path, text }: Source) =>
      imports(text).flatMap((to) => {
        const target = ourPath(path, to);
        return target && target !== path && known.has(target) ? [target] : [];
      });
    expect(circles(new Map(files.map((file) => [file.path, targets(file)])))).toEqual([]);
  });
});

describe('house rules', () => {
  it('name a row for every folder', () => {
    expect([...new Set(files.map(({ path }) => folderOf(path)))].filter((folder) => !rules[folder])).toEqual(
      [],
    );
  });

  it('allow no file or folder whose name says nothing', () => {
    const empty = /(^|\/)(utils?|helpers?|common|misc|managers?|shared|components?)(\.|\/|$)/i;
    expect(files.map(({ path }) => path).filter((path) => empty.test(path))).toEqual([]);
  });

  it('keep colours in the tokens', () => {
    const colour = /#[0-9a-f]{3,8}\b(?!\/)|\b(rgb|hsl|oklch|lab|lch)a?\(/i;
    const styled = files.filter(({ path }) => /\.(css|svelte)$/.test(path) && !path.endsWith('tokens.css'));
    expect(styled.filter(({ text }) => colour.test(styleOf(text))).map(({ path }) => path)).toEqual([]);
  });

  it('keep the word component in yaml/', () => {
    const word = /\bcomponents?\b/i;
    const code = files.filter(
      ({ path }) =>
        path.endsWith('.ts') && /^src\/lib\/(model|connectors|engine|storage|runtime)\//.test(path),
    );
    expect(code.filter(({ text }) => word.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('keep every source file under 300 lines and every Svelte file under 250', () => {
    const long = files.filter(
      ({ path, text }) => text.split('\n').length > (path.endsWith('.svelte') ? 250 : 300),
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

function refused(path: string, to: string): string[] {
  const rule = rules[folderOf(path)];
  const target = ourPath(path, to);
  if (!rule) return [];
  if (target === undefined) return allowsPackage(rule, to) ? [] : [`${path} imports ${to}`];
  const inside = target.replace(/^src\/(lib\/)?/, '');
  const allowed =
    folderOf(target) === folderOf(path) ||
    rule.ours.some((own) => inside === own || inside.startsWith(`${own}/`));
  return allowed ? [] : [`${path} imports ${inside}`];
}

function allowsPackage(rule: Rule, to: string): boolean {
  return rule.packages.some((name) => to === name || to.startsWith(name.endsWith(':') ? name : `${name}/`));
}

/** Our own file that an import names, or `undefined` for a package. */
function ourPath(from: string, to: string): string | undefined {
  const [file = ''] = to.split('?');
  if (file.startsWith('#lib/')) return `src/lib/${file.slice('#lib/'.length)}`;
  return file.startsWith('.') ? posix.join(posix.dirname(from), file) : undefined;
}

function folderOf(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  return first === 'lib' ? second : first;
}

/** Static and dynamic imports, `export … from`, and `@import` in styles. */
function imports(text: string): string[] {
  const named = /^\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm;
  const bare = /^\s*@?import\s+['"]([^'"]+)['"]/gm;
  const dynamic = /\bimport\s*\(\s*['"]([^'"]+)['"]/g;
  return [named, bare, dynamic].flatMap((pattern) => Array.from(text.matchAll(pattern), ([, to = '']) => to));
}

function styleOf(text: string): string {
  return text.includes('<style')
    ? (/<style[^>]*>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '')
    : text.includes('<script')
      ? ''
      : text;
}

/** Files that can reach themselves. */
function circles(imported: ReadonlyMap<string, readonly string[]>): string[] {
  const reaches = (start: string): boolean => {
    const seen = new Set<string>();
    const queue = [...(imported.get(start) ?? [])];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (file === start) return true;
      if (!seen.has(file)) queue.push(...(imported.get(file) ?? []));
      seen.add(file);
    }
    return false;
  };
  return [...imported.keys()].filter(reaches);
}

interface Source {
  path: string;
  text: string;
}

function sources(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte|css)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
