// What editors know of the elements: VS Code by its custom data, JetBrains' by web-types. Made from the manifest.
import { readFileSync, writeFileSync } from 'node:fs'
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration'
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration'

/** @param manifest as in custom-elements.json. Each tool changes what it is given, so each has a copy. */
export function writeEditorData(manifest, outdir) {
  const shared = { outdir, hideLogs: true, hideMethodDocs: true }
  generateVsCodeCustomElementData(structuredClone(manifest), {
    ...shared, htmlFileName: 'vscode.html-custom-data.json', cssFileName: 'vscode.css-custom-data.json',
  })
  // The name of the file stands in package.json already.
  generateJetBrainsWebTypes(structuredClone(manifest), { ...shared, webTypesFileName: 'web-types.json', packageJson: false })
  // What a custom property is without a default, they call so.
  for (const name of ['vscode.html-custom-data.json', 'web-types.json']) {
    writeFileSync(`${outdir}/${name}`, readFileSync(`${outdir}/${name}`, 'utf8').replaceAll(' _(default: undefined)_', ''))
  }
}
