/** Lint rules. Who may import whom, and that no imports close a circle, is held by tests/unit/architecture.test.ts. */
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/'] },
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'no-console': 'error',
      'no-else-return': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Maps and sets are held in `$state.raw` and replaced, like documents: they can then cross threads.
      'svelte/prefer-svelte-reactivity': 'off',
      // Widgets get addresses from their callers, who made them with `resolve`, some with a query behind it.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['src/relay/**', 'src/cli/**', 'tests/**', '*.js', '*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Each is one expression, which a sandbox evaluates beside the user's code: that may have bent how lists are walked.
    files: [
      'src/lib/connectors/code/guest/*.js',
      'src/lib/runtime/sandbox/codeWorker.js',
      'src/cli/quickjs/realm/*.js',
    ],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/prefer-for-of': 'off' },
  },
);
