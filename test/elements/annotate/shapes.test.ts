import { expect } from '@open-wc/testing'
import { Drawing } from '../../../src/elements/annotate/drawing.ts'
import { beginGesture, keyed } from '../../../src/elements/annotate/gesture.ts'
import { inMiddle, isAt, isMeant, moved, rectangleOf, resized, tools, type Shape } from '../../../src/elements/annotate/shapes.ts'

const size = { width: 1000, height: 500 }
const box = (id: number, x = 100, y = 100, width = 50, height = 40): Shape => ({ id, tool: 'box', from: { x, y }, to: { x: x + width, y: y + height } })

describe('Shapes', () => {
  it('begin in the middle, whole and large enough to be seen', () => {
    for (const tool of tools) {
      const shape = inMiddle(tool, 1, size)
      const { x, y, width, height } = rectangleOf(shape)
      expect(x > 0 && y > 0 && x + width < 1000 && y + height < 500 && isMeant(shape, 50), tool).to.equal(true)
    }
  })

  it('stay in the picture wherever they are moved, and keep their size', () => {
    for (const [dx, dy, x, y] of [[-500, 0, 0, 100], [5000, 5000, 950, 460], [10, -20, 110, 80], [0, -900, 100, 0]] as const) {
      expect(rectangleOf(moved(box(1), dx, dy, size))).to.deep.equal({ x, y, width: 50, height: 40 })
    }
  })

  it('change their size at their second corner, also past the first', () => {
    expect(rectangleOf(resized(box(1), -80, 10, size))).to.deep.equal({ x: 70, y: 100, width: 30, height: 50 })
    expect(rectangleOf(resized(box(1), 5000, 5000, size))).to.deep.equal({ x: 100, y: 100, width: 900, height: 400 })
  })

  it('are found near them, and a slip of the finger is none', () => {
    expect([isAt(box(1), { x: 95, y: 100 }, 10), isAt(box(1), { x: 80, y: 100 }, 10)]).to.deep.equal([true, false])
    expect([isMeant(box(1, 0, 0, 3, 40), 6), isMeant({ ...box(1, 0, 0, 3, 40), tool: 'arrow' }, 6)]).to.deep.equal([false, true])
  })

  it('never vanish under the keys', () => {
    let shape = box(1)
    for (let i = 0; i < 100; i++) shape = keyed(shape, { key: 'ArrowLeft', shiftKey: true }, size)!
    expect(rectangleOf(shape).width).to.be.at.least(10)
    expect(keyed(shape, { key: 'a', shiftKey: false }, size)).to.equal(undefined)
  })

  it('are moved, changed or begun by where the pointer goes down', () => {
    const fresh = { tool: 'arrow', id: 9 } as const
    expect(beginGesture({ x: 150, y: 140 }, box(1), fresh, size, 10).at({ x: 170, y: 150 })).to.deep.equal(box(1, 100, 100, 70, 50))
    expect(beginGesture({ x: 120, y: 110 }, box(1), fresh, size, 10).at({ x: 130, y: 130 })).to.deep.equal(box(1, 110, 120))
    const drawn = beginGesture({ x: -20, y: 300 }, box(1), fresh, size, 10).at({ x: 2000, y: 400 })
    expect(drawn).to.deep.equal({ id: 9, tool: 'arrow', from: { x: 0, y: 300 }, to: { x: 1000, y: 400 } })
  })
})

describe('A drawing', () => {
  it('is undone step by step; a row of steps of one kind at once', () => {
    const drawing = new Drawing()
    expect(drawing.isTouched).to.equal(false)
    drawing.put(box(1))
    drawing.put(box(2))
    for (let i = 1; i < 5; i++) drawing.put(box(2, 100 + i), 'move')
    drawing.remove(1)
    expect(drawing.shapes).to.deep.equal([box(2, 104)])
    drawing.undo()
    expect(drawing.shapes).to.deep.equal([box(1), box(2, 104)])
    drawing.undo()
    expect(drawing.shapes).to.deep.equal([box(1), box(2)])
    drawing.undo()
    drawing.undo()
    expect([drawing.shapes, drawing.isTouched]).to.deep.equal([[], false])
    drawing.undo()
    expect(drawing.shapes).to.deep.equal([])
  })

  it('has one crop: a new one takes the place of the old', () => {
    const drawing = new Drawing()
    const crop = (id: number): Shape => ({ ...box(id), tool: 'crop' })
    drawing.put(crop(1))
    drawing.put(box(2))
    drawing.put(crop(3))
    expect(drawing.shapes.map(({ id }) => id)).to.deep.equal([2, 3])
    drawing.put({ ...crop(3), to: { x: 300, y: 300 } })
    expect(drawing.shapes.map(({ id }) => id)).to.deep.equal([2, 3])
    drawing.undo()
    drawing.undo()
    expect(drawing.shapes.map(({ id }) => id)).to.deep.equal([1, 2])
  })
})
