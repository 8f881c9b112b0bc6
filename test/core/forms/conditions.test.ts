import { expect } from '@open-wc/testing'
import { fieldsIn, holds } from '../../../src/core/forms/conditions.ts'
import type { Condition } from '../../../src/core/forms/field.ts'

const answers: Record<string, unknown> = {
  text: 'yes', blank: '  ', number: 3, zero: 0, several: ['a', 'b'], none: [], rated: { scale: 'csat', value: 2, max: 5 }, agreed: true, declined: false,
}
const said = (name: string) => answers[name]

describe('a condition', () => {
  const cases: [Condition, boolean][] = [
    [{ field: 'text', is: 'yes' }, true],
    [{ field: 'text', is: 'no' }, false],
    [{ field: 'number', is: 3 }, true],
    [{ field: 'number', is: '3' }, false],
    [{ field: 'several', is: 'b' }, true],
    [{ field: 'several', in: ['c', 'd'] }, false],
    [{ field: 'several', in: ['c', 'a'] }, true],
    [{ field: 'rated', is: 2 }, true],
    [{ field: 'rated', atMost: 2 }, true],
    [{ field: 'rated', atLeast: 3 }, false],
    [{ field: 'zero', answered: true }, true],
    [{ field: 'zero', atLeast: 0, atMost: 0 }, true],
    [{ field: 'blank', answered: true }, false],
    [{ field: 'blank', answered: false }, true],
    [{ field: 'none', answered: true }, false],
    [{ field: 'absent', answered: false }, true],
    [{ field: 'absent', is: 'yes' }, false],
    [{ field: 'absent', atMost: 5 }, false],
    [{ field: 'agreed', is: true }, true],
    [{ field: 'agreed', answered: true }, true],
    [{ field: 'declined', answered: true }, false],
    [{ field: 'text', atLeast: 0 }, false],
    [{ all: [{ field: 'text', is: 'yes' }, { field: 'number', atLeast: 4 }] }, false],
    [{ any: [{ field: 'text', is: 'no' }, { field: 'number', atLeast: 3 }] }, true],
    [{ not: { field: 'text', is: 'no' } }, true],
    [{ field: 'number', atLeast: 1, atMost: 2 }, false],
  ]
  for (const [condition, expected] of cases) {
    it(`${JSON.stringify(condition)} ${expected ? 'holds' : 'does not hold'}`, () => {
      expect(fieldsIn(condition)).to.be.an('array')
      expect(holds(condition, said)).to.equal(expected)
    })
  }

  it('names every field it asks about', () => {
    expect(fieldsIn({ all: [{ field: 'a', is: 1 }, { not: { any: [{ field: 'b', answered: true }, { field: 'c', in: [1] }] } }] })).to.deep.equal(['a', 'b', 'c'])
  })

  const endless: Record<string, unknown> = {}
  endless['not'] = endless
  const nested = (depth: number): unknown => (depth ? { not: nested(depth - 1) } : { field: 'a', is: 1 })
  const wrong: unknown[] = [
    undefined, null, 5, 'story', [], {}, { field: 'a' }, { field: 5, is: 1 }, { field: 'a', is: {} }, { field: 'a', in: [] }, { field: 'a', in: 'b' },
    { field: 'a', answered: 'yes' }, { field: 'a', atLeast: '1' }, { field: 'a', is: 1, equals: 2 }, { all: [] }, { all: {} }, { any: [5] }, { not: [] },
    { all: [{ field: 'a', is: 1 }], any: [{ field: 'a', is: 1 }] }, { constructor: 1, field: 'a' }, nested(20), endless,
    { any: Array.from({ length: 200 }, () => ({ field: 'a', is: 1 })) },
  ]
  for (const [index, value] of wrong.entries()) {
    it(`is none if it is hostile or makes no sense (${index})`, () => {
      expect(fieldsIn(value)).to.equal(undefined)
    })
  }
})
