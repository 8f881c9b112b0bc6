// @ts-check
import { byId } from '../inbox/dom.js'

const milliseconds = 7_000
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer

/** Tells a screen reader, and the eye, what has become of something; then it goes by itself. @param {string} sentence */
export function say(sentence) {
  byId('said').textContent = sentence
  clearTimeout(timer)
  timer = setTimeout(() => byId('said').replaceChildren(), milliseconds)
}
