import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Say } from '../shared/say.ts'
import type { Picture } from './flatten.ts'
import { itemName } from './item-name.ts'
import { paintCrop, paintShapes } from './paint-shapes.ts'
import { rectangleOf, type Shape } from './shapes.ts'

export interface StageView {
  readonly shapes: readonly Shape[]
  readonly chosen: number | undefined
  choose(id: number): void
}

/** The canvas, and over it what was drawn as things one can reach with the Tab key. */
export function stageItems({ shapes, chosen, choose }: StageView, say: Say) {
  return html`<canvas aria-hidden="true"></canvas>
    ${repeat(shapes, ({ id }) => id, shape => html`<button
        class="item ${shape.id === chosen ? 'chosen' : ''}"
        type="button"
        aria-label=${itemName(shape, shapes, say)}
        aria-pressed=${shape.id === chosen ? 'true' : 'false'}
        @focus=${() => choose(shape.id)}
        @click=${() => choose(shape.id)}
      >${shape.id === chosen ? html`<span class="handle"></span>` : nothing}</button>`)}`
}

/** Paints the picture with its shapes and lays the items over them. In parts of the whole, so that no size needs to be known. */
export function paintStage(frame: HTMLElement, picture: Picture, shapes: readonly Shape[]) {
  const { width, height } = picture
  const canvas = frame.querySelector('canvas')!
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')!
  context.drawImage(picture, 0, 0)
  paintShapes(context, shapes, picture)
  for (const shape of shapes) if (shape.tool === 'crop') paintCrop(context, shape, picture)
  const parts = (value: number, whole: number) => `${(100 * value) / whole}%`
  frame.querySelectorAll<HTMLElement>('.item').forEach((item, i) => {
    const shape = shapes[i]!
    const box = rectangleOf(shape)
    Object.assign(item.style, {
      left: parts(box.x, width), top: parts(box.y, height), width: parts(box.width, width), height: parts(box.height, height),
    })
    const handle = item.querySelector<HTMLElement>('.handle')
    if (handle) Object.assign(handle.style, { left: shape.to.x > shape.from.x ? '100%' : '0', top: shape.to.y > shape.from.y ? '100%' : '0' })
  })
}

/** As large as there is room for it, but no larger than it is. */
export function fitStage(frame: HTMLElement, { width, height }: Picture) {
  const room = frame.parentElement!.getBoundingClientRect()
  const scale = Math.min(room.width / width, room.height / height, 1)
  Object.assign(frame.style, { width: `${Math.floor(width * scale)}px`, height: `${Math.floor(height * scale)}px` })
}
