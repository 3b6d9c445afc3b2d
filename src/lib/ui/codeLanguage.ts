/** The languages that code is coloured and folded by; each is fetched when it is first shown. */
import type { Extension } from '@codemirror/state';

export type CodeLanguage = 'yaml' | 'json' | 'javascript';

/** See above. */
export async function codeLanguage(language: CodeLanguage): Promise<Extension> {
  return await loaders[language]();
}

const loaders: Record<CodeLanguage, () => Promise<Extension>> = {
  yaml: async () => (await import('@codemirror/lang-yaml')).yaml(),
  json: async () => (await import('@codemirror/lang-json')).json(),
  javascript: async () => (await import('@codemirror/lang-javascript')).javascript(),
};
