import { expect } from '@open-wc/testing'
import { Validator } from '@cfworker/json-schema'
import { issueJsonSchema } from '../../../src/core/issue/json-schema.ts'
import { seal } from '../../../src/core/issue/seal.ts'

describe('issueJsonSchema', () => {
  const schema = issueJsonSchema()
  const validator = new Validator(schema, '2020-12', false)

  it('is of draft 2020-12 and has a name of its own', () => {
    expect(schema).to.include({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'urn:earshot:issue:1', type: 'object' })
    expect(schema['required']).to.deep.equal(['version', 'id', 'createdAt', 'kind'])
  })

  it('takes what is sealed, unknown fields included', () => {
    const issue = seal({ kind: 'rating', rating: { scale: 'ces', value: 6, max: 7 }, environment: { viewport: [1, 2] }, later: { a: 1 } })
    expect(validator.validate(issue)).to.include({ valid: true })
  })

  it('says of each text with an end how its length is counted', () => {
    const texts = (part: object): object[] => [...('maxLength' in part ? [part] : []), ...Object.values(part).flatMap(each => (each && typeof each === 'object' ? texts(each as object) : []))]
    const found = texts(schema)
    expect(found).to.have.length.above(3)
    for (const part of found) expect(part).to.have.property('description').that.contains('UTF-16')
  })

  it('refuses what validateIssue refuses', () => {
    const issue = seal({ kind: 'idea' })
    for (const patch of [{ kind: 'x' }, { version: 2 }, { story: 1 }, { observations: [{}] }, { environment: { viewport: [1] } }, { id: '' }]) {
      expect(validator.validate({ ...issue, ...patch }).valid, JSON.stringify(patch)).to.equal(false)
    }
  })
})
