// Writes dist/: the npm entries, the script tag with its chunks, types, schemas, the manifest.
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { cli as analyze } from '@custom-elements-manifest/analyzer/cli.js'
import resolve from '@rollup/plugin-node-resolve'
import { buildSync } from 'esbuild'
import { minifyHTMLLiterals } from 'minify-literals'
import esbuild from 'rollup-plugin-esbuild'
import license from 'rollup-plugin-license'
import { minify } from 'terser'
import { writeEditorData } from './build/editor-data.mjs'
import { formSchema } from './src/core/forms/form-schema.ts'
import { configSchema } from './src/desk/config-schema.ts'
import { issueJsonSchema } from './src/core/issue/json-schema.ts'
import { parts } from './src/elements/shared/looks/parts.ts'
import { languages } from './src/locale/languages.ts'
import { openapiDocument } from './src/receiver/openapi.ts'
import { integrityOf } from './build/integrity.mjs'

const pkg = JSON.parse(readFileSync('package.json', 'utf8'))
const shared = [...Object.keys(pkg.dependencies), ...Object.keys(pkg.peerDependencies)]
const isShared = id => shared.some(name => id === name || id.startsWith(`${name}/`)) || id.startsWith('node:')
const nameOf = file => basename(file, '.ts')

rmSync('dist', { recursive: true, force: true })

/** Files of the room that are transports, each with an entry of its own. */
const transports = [
  'http',
  'formbricks',
  'posthog',
  'websocket',
  'post-message',
  'chatwoot',
  'graphql',
  'form-service',
  'zendesk',
  'sentry',
  'hubspot',
  'route',
  'mirror',
  'fallback',
  'transform',
  'sample',
  'from-function',
]

/** What `package.json` exports, as rollup entries. */
const entries = {
  index: 'src/index.ts',
  define: 'src/define.ts',
  hydrate: 'src/hydrate.ts',
  react: 'src/react.ts',
  receiver: 'src/receiver/index.ts',
  testing: 'src/testing/index.ts',
  cli: 'src/cli/main.ts',
  ...Object.fromEntries(globSync('src/elements/*/define.ts').map(file => [`elements/${basename(dirname(file))}`, file])),
  ...Object.fromEntries(globSync('src/react/*.ts').map(nameOf).filter(name => name !== 'component').map(name => [`react/${name}`, `src/react/${name}.ts`])),
  ...Object.fromEntries(transports.map(name => [`transports/${name}`, `src/core/transports/${name}.ts`])),
  ...Object.fromEntries(globSync('src/receiver/forwarders/*.ts').map(file => [`forwarders/${nameOf(file)}`, file])),
  ...Object.fromEntries(globSync('src/core/articles/sources/*.ts').map(file => [`sources/${nameOf(file)}`, file])),
  // The one transport, and the one source, that need a page.
  'transports/mailto': 'src/page/mailto.ts',
  'sources/page-elements': 'src/page/page-elements.ts',
  ...Object.fromEntries([...Object.keys(languages), 'en'].map(name => [`locale/${name}`, `src/locale/${name}.ts`])),
}

const typescript = options => esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', ...options })
const findPackages = options => resolve({ browser: true, extensions: ['.ts', '.mjs', '.js'], ...options })

/** Spaces in templates and styles are for us; they need not travel. */
const literals = {
  name: 'minify-literals',
  transform: (code, id) => (id.includes('/src/elements/') ? minifyHTMLLiterals(code, { fileName: id }) : null),
}

/**
 * The script tag's copy of Lit is ours alone, so it leaves no trace on a page that may have its own: a Trusted Types policy
 * under its own name, because the second one of a name throws and takes the bundle down; no marks on the global object;
 * and `Symbol` stays as the browser made it. Nor does it take anything from there: what a page has to change its own Lit is not
 * for ours, and what stands in for sheets that can be adopted, in browsers older than ours, would be a style that policies refuse.
 * Its advice for those who write templates and styles is short: in this copy nobody does but us.
 */
const versions = [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0']
const ownLit = {
  'lit-html/lit-html.js': [
    versions,
    ['createPolicy("lit-html"', 'createPolicy("earshot-lit"'],
    [/(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),/, '$1=0;'],
    ['"invalid template strings array"', '"template"'],
  ],
  'lit-element/lit-element.js': [versions, [/\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\);const (\w+)=\w+\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w+\}\);/, '0;']],
  '@lit/reactive-element/css-tag.js': [
    [/\w+\.ShadowRoot&&.+?"replace"in CSSStyleSheet\.prototype/, '!0'],
    [/"CSSResult is not [^"]+"/, '"css"'],
    [/"Value passed to 'css' [^"]+"\+(\w+)\+"[^"]+"/, '"css"'],
  ],
  '@lit/reactive-element/reactive-element.js': [
    versions,
    [/\w+=\w+\.reactiveElementPolyfillSupport,/, ''],
    [/\w+\?\.\(\{ReactiveElement:\w+\}\),/, ''],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, 'const litMetadata=Symbol(),litPropertyMetadata=new WeakMap;'],
    ['this[Symbol.metadata]', 'this[litMetadata]'],
  ],
}
const quietLit = {
  name: 'quiet-lit',
  transform(code, id) {
    const file = Object.keys(ownLit).find(path => id.endsWith(`/node_modules/${path}`))
    if (!file) return null
    for (const [found, instead] of ownLit[file]) {
      const next = code.replace(found, instead)
      if (next === code) this.error(`${file} is no longer written the way this build changes it: ${found}`)
      code = next
    }
    return { code, map: null }
  },
}

/**
 * A worker has an address, not an import: it lies whole beside the chunk that names it, as bundlers of other houses find it, too.
 * @param folder of the chunks, from where the build goes.
 */
const workers = folder => {
  const found = new Map()
  return {
    name: 'workers',
    transform(code, id) {
      const next = code.replace(/(?<=new URL\((["'])\.\/)([\w-]+)\.ts(?=\1,\s*import\.meta\.url\))/g, (_, __, name) => {
        found.set(name, `${dirname(id)}/${name}.ts`)
        return `${name}.js`
      })
      return next === code ? null : { code: next, map: null }
    },
    generateBundle() {
      for (const [name, file] of found) {
        const { outputFiles } = buildSync({ entryPoints: [file], bundle: true, minify: true, format: 'esm', target: 'es2022', write: false })
        this.emitFile({ type: 'asset', fileName: `${folder}${name}.js`, source: outputFiles[0].text })
      }
    },
  }
}

/** Ways to say the same: which of them is packed smallest nobody can tell before. */
const spellings = [1, 3].flatMap(inline => [true, false].flatMap(keep_fargs => [0, 1, 2].map(quote_style => ({ compress: { inline, keep_fargs }, format: { quote_style } }))))
const usual = { compress: {}, format: {} }

/** What is exported under a short name is called so inside, too: `export{a}` says less than `export{q as a}`. */
function exportedNames(code) {
  const list = /\bexport \{([^{}]*)\};\s*$/.exec(code)?.[1].split(',').map(each => each.trim().split(' as ')) ?? []
  return { vars: { props: Object.fromEntries(list.filter(([, name]) => name?.length <= 2).map(([own, name]) => [`$${own}`, name])) } }
}

const terser = module => ({
  name: 'terser',
  async renderChunk(code, { fileName }) {
    const spelled = []
    // The file on which the panel waits is worth the time.
    for (const { compress, format } of fileName === 'app.js' ? spellings : [usual]) {
      spelled.push(await minify(code, {
        module,
        ecma: 2022,
        sourceMap: true,
        nameCache: exportedNames(code),
        compress: { passes: 3, unsafe_arrows: true, pure_getters: true, ...compress },
        // The licences travel in a file of their own.
        format: { comments: false, ...format },
      }))
    }
    const packed = ({ code }) => brotliCompressSync(code).length
    const { code: shortest, map } = spelled.length > 1 ? spelled.reduce((best, each) => (packed(each) < packed(best) ? each : best)) : spelled[0]
    return { code: shortest, map }
  },
})

const licences = license({
  thirdParty: { includePrivate: false, output: { file: 'dist/THIRD-PARTY-LICENSES.txt' } },
})

/** Everything in dist/ that is not a bundle; runs once, after the last one. */
const extras = {
  name: 'extras',
  async closeBundle() {
    for (const project of ['tsconfig.json', 'src/receiver/tsconfig.json', 'src/cli/tsconfig.json']) {
      const flags = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', 'src', '--outDir', 'dist/types']
      execFileSync('node_modules/.bin/tsc', ['-p', project, ...flags], { stdio: 'inherit' })
    }
    // Types of what a framework calls its own: nothing of them is left when an app runs.
    for (const name of globSync('src/frameworks/*.d.ts').map(file => basename(file, '.d.ts'))) {
      mkdirSync('dist/types/frameworks', { recursive: true })
      mkdirSync('dist/frameworks', { recursive: true })
      copyFileSync(`src/frameworks/${name}.d.ts`, `dist/types/frameworks/${name}.d.ts`)
      writeFileSync(`dist/frameworks/${name}.js`, 'export {}\n')
    }
    for (const file of globSync('dist/types/**/*.d.ts')) {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/((?:from|import\()\s*['"]\.{1,2}\/[^'"]*)\.ts(['"])/g, '$1.js$2'))
    }
    const write = (name, value) => writeFileSync(`dist/${name}`, `${JSON.stringify(value, null, 2)}\n`)
    cpSync('src/themes', 'dist/themes', { recursive: true })
    write('issue.schema.json', issueJsonSchema())
    write('config.schema.json', configSchema)
    write('form.schema.json', formSchema)
    write('openapi.json', openapiDocument())
    const elements = await manifest()
    write('custom-elements.json', elements)
    writeEditorData(elements, 'dist')
    write('integrity.json', integrityOf('dist', pkg.version))
  },
}

/** The manifest speaks of what is published: `elements/widget.js`, not of the sources. */
async function manifest() {
  // It writes the folder of the manifest into package.json, where it stands already.
  const found = await analyze({ argv: ['analyze', '--litelement', '--quiet', '--outdir', 'dist', '--globs', 'src/elements/**/*.ts'], noWrite: true })
  const modules = []
  for (const file of globSync('src/elements/*/define.ts')) {
    const name = basename(dirname(file))
    const declaration = found.modules
      .find(({ path }) => path.endsWith(`elements/${name}/${name}.ts`))
      .declarations.find(({ kind, name: called }) => kind === 'class' && called.startsWith('Earshot'))
    const path = `elements/${name}.js`
    const reference = { name: declaration.name, module: path }
    declaration.customElement = true
    declaration.tagName = `earshot-${name}`
    // The analyzer's word for a custom property without a default.
    for (const property of declaration.cssProperties ?? []) if (property.default === 'undefined') delete property.default
    // The analyzer takes whatever a constructor of an event is given for a name.
    declaration.events = declaration.events?.filter(({ name }) => name.startsWith('earshot-'))
    declaration.cssParts = [...(declaration.cssParts ?? []), ...parts.map(({ part, is }) => ({ name: part, description: `${is} One of the names that are the same in every element.` }))]
    const isOurs = ({ privacy }) => privacy !== undefined && privacy !== 'public'
    // To the analyzer every property of Lit's has an attribute, the element's own state, too.
    const state = declaration.members?.filter(isOurs).map(({ name }) => name)
    declaration.attributes = declaration.attributes?.filter(({ fieldName }) => !state?.includes(fieldName))
    declaration.members = declaration.members?.filter(member => !isOurs(member))
    modules.push({
      kind: 'javascript-module',
      path,
      declarations: [declaration],
      exports: [
        { kind: 'js', name: declaration.name, declaration: reference },
        { kind: 'custom-element-definition', name: declaration.tagName, declaration: reference },
      ],
    })
  }
  return { schemaVersion: '1.0.0', readme: '', modules }
}

mkdirSync('dist', { recursive: true })

export default [
  {
    input: entries,
    external: isShared,
    output: {
      dir: 'dist', format: 'es', sourcemap: true, chunkFileNames: 'chunks/[name]-[hash].js',
      // Components are of the page, also where an app renders on a server.
      banner: ({ name }) => (/^react\b/.test(name) ? `'use client'` : ''),
      // Each file names what it uses itself, so that a bundler that leaves one out leaves out what only it needs.
      hoistTransitiveImports: false,
    },
    plugins: [findPackages(), literals, typescript(), workers('chunks/'), licences],
  },
  {
    input: { app: 'src/script-tag.ts', 'launcher-words': 'src/launcher-words.ts', door: 'src/elements/widget/door.ts' },
    // Lazy chunks take what they need from the entry; nobody else imports it.
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist/earshot',
      format: 'es',
      sourcemap: true,
      chunkFileNames: '[name].js',
      // What the first form needs comes in one piece, whoever else needs a part of it later.
      manualChunks: id =>
        /\/src\/(core\/forms\/(built-in|form-of|kind-of|places)|desk\/form-room)\.ts$/.test(id) ? 'form-room'
        // What spells bytes comes with what mints ids: no file of its own on the way to a receipt.
        : /\/src\/core\/support\/(ids|hex)\.ts$/.test(id) ? 'ids' : undefined,
    },
    plugins: [findPackages(), quietLit, literals, typescript(), workers(''), terser(true)],
  },
  {
    input: 'src/loader.ts',
    external: ['./earshot/app.js', './earshot/launcher-words.js', './earshot/door.js'],
    output: { file: 'dist/earshot.js', format: 'iife', sourcemap: true },
    plugins: [findPackages(), typescript({ define: { __APP__: '"./earshot/app.js"', __WORDS__: '"./earshot/launcher-words.js"', __DOOR__: '"./earshot/door.js"' } }), terser(false), extras],
  },
]
