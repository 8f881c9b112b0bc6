// @ts-check
import { readRecipe } from './recipe.js'

/** @typedef {import('./recipe.js').Recipe} Recipe */

/** Some programs cut longer addresses; what nobody could have made here is not even unpacked. */
const limits = { written: 8_000, read: 32_000, unpacked: 200_000 }
const version = '1.'

/** @param {ReadableStream<Uint8Array>} stream @param {number} most in bytes */
async function gather(stream, most) {
  const chunks = []
  let length = 0
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) return new Blob(chunks)
    length += value.length
    if (length > most) {
      await reader.cancel()
      throw new RangeError(`more than ${most} bytes`)
    }
    chunks.push(/** @type {Uint8Array<ArrayBuffer>} */ (value))
  }
}

/** A recipe as the fragment of an address, without its `#`; undefined when it is too long for one. @param {Recipe} recipe */
export async function toFragment(recipe) {
  const packed = await gather(new Blob([JSON.stringify(recipe)]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity)
  const bytes = new Uint8Array(await packed.arrayBuffer())
  if (bytes.length > limits.written) return undefined
  const text = version + btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return text.length > limits.written ? undefined : text
}

/**
 * What a fragment holds: a recipe, or why there is none. Nothing for an empty one.
 * @param {string} fragment without its `#`
 * @returns {Promise<{ recipe?: Recipe, problem?: string }>}
 */
export async function fromFragment(fragment) {
  if (!fragment) return {}
  if (fragment.length > limits.read) return { problem: 'The address is too long to come from here, so its settings were not read.' }
  if (!fragment.startsWith(version)) return { problem: 'What stands behind the # of the address is nothing this page has written, so it was not read.' }
  try {
    const bytes = Uint8Array.from(atob(fragment.slice(version.length).replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))
    const unpacked = await gather(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')), limits.unpacked)
    const recipe = readRecipe(JSON.parse(await unpacked.text()))
    if (recipe) return { recipe }
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'The address holds more settings than anybody would write, so they were not read.' }
  }
  return { problem: 'The settings in this address are damaged: perhaps it was cut off on its way. Ask for it again.' }
}
