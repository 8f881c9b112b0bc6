// @ts-check
import { withValue } from './at-path.js'
import { firstRecipe } from './recipe.js'
import { fromFragment, toFragment } from './share.js'

/** @typedef {import('./recipe.js').Recipe} Recipe */
/** @typedef {{ recipe: Recipe, anew: boolean }} Change `anew`: not by the field somebody is in, so what is shown has to be drawn again. */

/** @type {Recipe} */
let recipe = firstRecipe()
/** @type {Set<(change: Change) => void>} */
const listeners = new Set()
/** Of what the step back consists: all that was typed into one field. */
let step = ''
/** @type {{ recipe: Recipe, push: boolean } | undefined} */
let unsaved
let saving = Promise.resolve()
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer

export const current = () => recipe

/** @param {(change: Change) => void} listener */
export const follow = listener => void listeners.add(listener)

/** @param {boolean} anew */
const tell = anew => listeners.forEach(listener => listener({ recipe, anew }))

/** @param {Partial<Recipe>} patch @param {string} by which field, or what was done @param {{ anew?: boolean }} [how] */
export function change(patch, by, { anew = false } = {}) {
  recipe = { ...recipe, ...patch }
  const isOther = by !== step || anew
  step = by
  if (unsaved && isOther) void save()
  unsaved = { recipe, push: isOther || !!unsaved?.push }
  clearTimeout(timer)
  timer = setTimeout(save, 250)
  tell(anew)
}

/** Another value for one setting; `undefined` takes it out. @param {string} path @param {unknown} value @param {{ anew?: boolean }} [how] */
export const set = (path, value, how) => change({ config: withValue(recipe.config, path, value) }, path, how)

/** Writes what is new into the address; resolves once it stands there. */
export function save() {
  const { recipe, push } = unsaved ?? {}
  unsaved = undefined
  if (recipe) {
    saving = saving.then(async () => {
      const fragment = await toFragment(recipe)
      // Too long for an address: the page says so where the address is copied.
      const url = fragment ? `#${fragment}` : location.pathname
      try {
        history[push ? 'pushState' : 'replaceState'](null, '', url)
      } catch {
        // Some browsers refuse when it is too often: the next change writes it.
      }
    })
  }
  return saving
}

/** Takes over what the address says. Answers with what is wrong with it. */
export async function readAddress() {
  const { recipe: found, problem } = await fromFragment(location.hash.slice(1))
  recipe = found ?? firstRecipe()
  step = ''
  unsaved = undefined
  tell(true)
  return problem
}

/** Back to the beginning; the step back leads to what there was. */
export function startOver() {
  const { page, width } = recipe
  change({ ...firstRecipe(), page, width }, 'start over', { anew: true })
}
