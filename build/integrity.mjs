// What `integrity` says of each file that the script tag fetches.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

export const sha384 = bytes => `sha384-${createHash('sha384').update(bytes).digest('base64')}`

/**
 * `files` by their path below the folder: `earshot.js`, and the chunks beside it. Maps are no scripts, and browsers do not check them.
 * @param folder the build. @param version of the package.
 */
export function integrityOf(folder, version) {
  const names = globSync([`${folder}/earshot.js`, `${folder}/earshot/*.js`]).map(file => relative(folder, file).replaceAll('\\', '/')).sort()
  return { version, files: Object.fromEntries(names.map(name => [name, sha384(readFileSync(`${folder}/${name}`))])) }
}
