// What a compiler does not see. Style is not its business: the code base has one, kept by hand.
import lit from 'eslint-plugin-lit'
import a11y from 'eslint-plugin-lit-a11y'
import wc from 'eslint-plugin-wc'
import tseslint from 'typescript-eslint'

const noSinks = [
  { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]", message: 'Markup goes through src/page/sanitizer.ts, as a fragment.' },
  { selector: "CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]", message: 'Markup goes through src/page/sanitizer.ts, as a fragment.' },
  { selector: "CallExpression[callee.object.name='document'][callee.property.name=/^writeln?$/]", message: 'It erases the host’s page.' },
  { selector: 'TSEnumDeclaration, TSModuleDeclaration[kind!="global"][declare!=true], TSParameterProperty', message: 'TypeScript only adds types: Node strips them and runs the rest.' },
]

// Old libraries put their own in place of these, and go on standing in many a shop.
const noneOfOld = [
  { selector: "CallExpression[callee.property.name='entries'][arguments.length=0][callee.object.name!='navigation']", message: 'Prototype.js has another Array.prototype.entries: count yourself, or use forEach.' },
  { selector: "ClassDeclaration[superClass.name='Event'], NewExpression[callee.name='Event']", message: 'MooTools has another Event: extend BrowserEvent.' },
  { selector: "CallExpression[callee.object.name='Array'][callee.property.name='from']", message: 'MooTools has another Array.from: spread it, or `[...Array(n).keys()]`.' },
]

const noSinkImports = {
  patterns: [
    { group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*', 'lit/static-html.js'], message: 'It turns a string into markup.' },
    { group: ['lit/directives/style-map.js', 'lit-html/directives/style-map.js'], message: 'A strict Content Security Policy refuses inline styles. Use style.setProperty.' },
    { group: ['lit/decorators.js', 'lit/decorators/*'], message: 'Node strips types and knows no decorators: use `static properties`.' },
  ],
}

const litRules = Object.fromEntries(
  [
    'attribute-names', 'attribute-value-entities', 'binding-positions', 'lifecycle-super', 'no-classfield-shadowing',
    'no-duplicate-template-bindings', 'no-invalid-escape-sequences', 'no-invalid-html', 'no-legacy-imports', 'no-legacy-template-syntax',
    'no-native-attributes', 'no-private-properties', 'no-property-change-update', 'no-this-assign-in-render', 'no-value-attribute',
    'prefer-nothing', 'prefer-static-styles', 'value-after-constraints',
  ].map(rule => [`lit/${rule}`, 'error']),
)

const a11yRules = Object.fromEntries(
  Object.keys(a11y.rules)
    // `list` and `definition-list` do not see items that a nested template brings in.
    .filter(rule => !['list', 'definition-list', 'no-invalid-change-handler', 'obj-alt'].includes(rule))
    .map(rule => [`lit-a11y/${rule}`, 'error']),
)

const wcRules = Object.fromEntries(
  [
    'attach-shadow-constructor', 'guard-define-call', 'no-child-traversal-in-attributechangedcallback',
    'no-child-traversal-in-connectedcallback', 'no-closed-shadow-root', 'no-constructor-attributes', 'no-constructor-params',
    'no-customized-built-in-elements', 'no-invalid-element-name', 'no-invalid-extends', 'no-self-class', 'no-typos',
    'require-listener-teardown',
  ].map(rule => [`wc/${rule}`, 'error']),
)

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'test-results/**', '.data/**', '.cache/**', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended.map(config => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.js'],
    languageOptions: { sourceType: 'module' },
    rules: {
      'no-restricted-imports': ['error', noSinkImports],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      'no-debugger': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-self-compare': 'error',
      'no-unreachable-loop': 'error',
      'no-promise-executor-return': 'off',
      'no-constant-binary-expression': 'error',
      'no-irregular-whitespace': 'error',
      'no-loss-of-precision': 'error',
      'no-prototype-builtins': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'guard-for-in': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      // The compiler reports these, and knows more.
      '@typescript-eslint/no-unused-vars': 'off',
      // A comma, a short circuit and a chai assertion are statements here.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      // `!` says that somebody looked; `noUncheckedIndexedAccess` makes it frequent.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // A test may set the scene with markup of its own, and read what became of it.
  { files: ['src/**/*.ts', 'demo/**/*.{ts,js}'], rules: { 'no-template-curly-in-string': 'error', 'no-restricted-syntax': ['error', ...noSinks] } },
  { files: ['src/**/*.ts'], ignores: ['src/{receiver,cli,testing}/**'], rules: { 'no-restricted-syntax': ['error', ...noSinks, ...noneOfOld] } },
  {
    // Promises that nobody waits for are the bugs of an outbox: worth the types they need.
    files: ['src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
    },
  },
  {
    files: ['src/elements/**/*.ts'],
    plugins: { lit, 'lit-a11y': a11y, wc },
    settings: { wc: { elementBaseClasses: ['LitElement', 'EarshotElement'] } },
    rules: { ...litRules, ...a11yRules, ...wcRules },
  },
  {
    // It follows the links inside of an article's text by delegation; a link's click comes from the keyboard too.
    files: ['src/elements/article/article.ts'],
    rules: { 'lit-a11y/click-events-have-key-events': 'off' },
  },
)
