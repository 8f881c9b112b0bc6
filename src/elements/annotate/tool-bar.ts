import { html, nothing, svg } from 'lit'
import type { Say } from '../shared/say.ts'
import { tools, type Tool } from './shapes.ts'

const paths: Readonly<Record<Tool | 'undo' | 'remove', string>> = {
  box: 'M4 6h16v12H4z',
  arrow: 'M5 19 19 5M9.5 5H19v9.5',
  highlight: 'm9 14 8.5-8.5 3 3L12 17H9v-3ZM4 21h16',
  black: '',
  crop: 'M7 2v15h15M2 7h15v15',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
}

const icon = (name: keyof typeof paths) => html`<svg viewBox="0 0 24 24" aria-hidden="true">${name === 'black'
  ? svg`<rect class="full" x="4" y="7" width="16" height="10" />`
  : svg`<path d=${paths[name]} />`}</svg>`

/** What to draw with: real radio buttons, so that arrow keys go through them. */
export function toolBar(chosen: Tool, choose: (tool: Tool) => void, say: Say) {
  return html`<fieldset class="tools" part="tools">
    <legend class="unseen">${say('picture.tools')}</legend>
    ${tools.map(
      tool => html`<label class="tool">
        <input class="unseen" type="radio" name="tool" .value=${tool} .checked=${tool === chosen} @change=${() => choose(tool)} />
        ${icon(tool)}<span>${say(`picture.${tool}`)}</span>
      </label>`,
    )}
  </fieldset>`
}

/** A button of the bar that stays in place, and in the way of the Tab key, while it has nothing to do. */
export function barButton(name: 'undo' | 'remove', isIdle: boolean, act: () => void, say: Say) {
  return html`<button class="tool" type="button" aria-disabled=${isIdle ? 'true' : nothing} @click=${() => isIdle || act()}>
    ${icon(name)}<span>${say(`picture.${name}`)}</span>
  </button>`
}
