import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const first = `import { createDesk } from 'earshot'
const desk = createDesk({ endpoint: '/issues' })`
const elements = `import 'earshot/elements/feedback'
import 'earshot/elements/widget'`

const react = (parts: string, feedback: string, widget: string) => `import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
${parts}
${first}
function Page() {
  const [on, turn] = useState(true)
  return <>
    <label><input type="checkbox" checked={on} onChange={() => turn(!on)} />Shown</label>
    {on && <main><${feedback} desk={desk} form="idea" /><${widget} desk={desk} /></main>}
  </>
}
createRoot(document.getElementById('app')).render(<StrictMode><Page /></StrictMode>)`

/** By stack: a page whose customer takes the elements out of it and puts them in again, as its framework does that. */
const pages: Readonly<Record<string, string>> = {
  'react-18': react(`import { EarshotFeedback, EarshotWidget } from 'earshot/react'`, 'EarshotFeedback', 'EarshotWidget'),
  'react-19': react(elements, 'earshot-feedback', 'earshot-widget'),
  'react-19, by the components': react(`import { EarshotFeedback, EarshotWidget } from 'earshot/react'`, 'EarshotFeedback', 'EarshotWidget'),
  vue: `import { createApp, h, KeepAlive, ref } from 'vue'
${elements}
${first}
const on = ref(true)
const Help = { render: () => h('main', [h('earshot-feedback', { desk, form: 'idea' }), h('earshot-widget', { desk })]) }
createApp({
  render: () => [
    h('label', [h('input', { type: 'checkbox', checked: on.value, onChange: () => { on.value = !on.value } }), 'Shown']),
    h(KeepAlive, null, { default: () => on.value ? h(Help) : undefined }),
  ],
}).mount('#app')`,
  svelte: `import { mount } from 'svelte'
import Page from './page.svelte'
mount(Page, { target: document.getElementById('app') })`,
}

const sveltePage = `<script>
${elements}
${first}
let on = $state(true)
</script>
<label><input type="checkbox" bind:checked={on}>Shown</label>
{#if on}<main><earshot-feedback {desk} form="idea"></earshot-feedback><earshot-widget {desk}></earshot-widget></main>{/if}`

export const toggled = Object.keys(pages)

/** With the framework as its developers run it: React mounts everything twice there. */
export async function buildToggle(apps: string, name: string, outdir: string): Promise<void> {
  const resolveDir = join(apps, name.split(',')[0]!)
  const { compile } = await import(pathToFileURL(join(apps, 'node_modules', 'svelte', 'src', 'compiler', 'index.js')).href) as
    { compile(source: string, options: object): { js: { code: string } } }
  const svelte: Plugin = {
    name: 'svelte',
    setup(build) {
      build.onResolve({ filter: /\.svelte$/ }, ({ path }) => ({ path, namespace: 'svelte' }))
      build.onLoad({ filter: /./, namespace: 'svelte' }, () => ({ contents: compile(sveltePage, { filename: 'page.svelte', dev: true }).js.code, resolveDir }))
    },
  }
  await build({
    stdin: { contents: pages[name]!, resolveDir, loader: 'jsx' }, plugins: [svelte],
    bundle: true, splitting: true, format: 'esm', target: 'es2022', jsx: 'automatic', outdir, logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"development"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  })
}
