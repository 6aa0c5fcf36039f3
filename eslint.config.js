import a11y from 'eslint-plugin-lit-a11y';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Which folder may import which is not a linter's business here: test/layers.test.ts. */
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.demo/', '.ci/', 'coverage/', 'demo/frameworks/*/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'demo/**/*.ts', 'test/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `() => done()` is a way to write it in one line; a void value that is really used is still reported
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // a platform signature is written down whole, also where one of its parameters is of no use
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // a stand-in for a class that this platform lacks has nothing in it
      '@typescript-eslint/no-extraneous-class': ['error', { allowEmpty: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': a11y },
    rules: Object.fromEntries(Object.keys(a11y.rules).map((name) => [`lit-a11y/${name}`, 'error'])),
  },
  {
    // takes methods off their prototypes: that is what the file is for, and the type parameters carry the casts
    files: ['src/pristine.ts'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // the overload for any string, of several that carry the mark
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    files: ['demo/**/*.ts', 'test/**/*.ts'],
    rules: {
      // objects made of closures, which have no `this` to lose, are written with method signatures
      '@typescript-eslint/unbound-method': 'off',
      // nothing here is read by a shopper: a number may stand in a text as it is
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // the runner itself waits for what it is given to run
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'test', 'suite'] },
            // returns no promise, whatever the types of @open-wc/semantic-dom-diff say
            { from: 'package', package: 'chai', name: 'Equal' },
          ],
        },
      ],
      // ASCII digits and letters are what the tests of the card engine take apart
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  {
    // looks for handlers on window, which counts as a list, and on everything that it inherits from
    files: ['test/support/leak-search.ts'],
    rules: { '@typescript-eslint/no-for-in-array': 'off' },
  },
  {
    files: ['**/*.{js,mjs}', '*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      // `first() && second()` runs one command after the other, as in a shell
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true }],
      // configuration: a name that is missing ends the build anyway
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
