import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readRepository } from './laws/sources.ts'
import { caseViolations, forgottenBuilds, lockfileViolations, machineViolations, nameViolations, unfinishedViolations } from './laws/words.ts'

const repository = readRepository()
const isLockfile = (path: string) => path.endsWith('package-lock.json')
const ours = new Map([...repository].filter(([path]) => !isLockfile(path)))
const typescript = [...ours.keys()].filter(path => path.endsWith('.ts'))
const lockfiles = [...repository].filter(([path]) => isLockfile(path)).map(([, text]) => text)
const line = (text: string) => new Map([['README.md', text]])

describe('Names and traces', () => {
  it('every file is named after what is in it', () => {
    assert.deepEqual(nameViolations(ours.keys()), [])
    assert.deepEqual(caseViolations(typescript), [])
  })

  it('no file names a folder of one machine', () => {
    assert.deepEqual(machineViolations(ours), [])
  })

  it('nothing is left for later, silenced or skipped', () => {
    const code = new Map([...ours].filter(([path]) => /\.(ts|mjs)$/.test(path)))
    assert.deepEqual(unfinishedViolations(code), [])
  })

  it('no lockfile names a host', () => {
    assert.ok(lockfiles.length > 2)
    assert.deepEqual(lockfiles.flatMap(lockfileViolations), [])
  })

  it('each lockfile has the builds for all systems, so that `npm ci` takes it on each of them', () => {
    assert.deepEqual(lockfiles.flatMap(forgottenBuilds), [])
    const broken = { packages: { 'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-mac': '1.0.0' } }, 'node_modules/a-linux': {} } }
    assert.deepEqual(forgottenBuilds(JSON.stringify(broken)), ['node_modules/a may need a-mac, which the lockfile does not have'])
  })

  it('is broken by a file of leftovers, a machine path, a host, and a skipped test', () => {
    assert.equal(nameViolations(['src/desk/utils.ts', 'test/helpers/a.ts', 'src/common.ts', 'src/desk/useful.ts']).length, 3)
    assert.equal(caseViolations(['src/deskState.ts', 'src/Desk.ts', 'src/desk-state.test.ts', 'src/a.d.ts']).length, 2)
    assert.equal(machineViolations(line(`see ${['', 'work', 'main'].join('/')}`)).length, 1)
    assert.equal(machineViolations(line(`open "${['', 'tmp', 'a'].join('/')}"`)).length, 1)
    assert.equal(machineViolations(line(`as ${['..', 'shared', 'design.md'].join('/')} has it`)).length, 1)
    assert.deepEqual(machineViolations(line(`import { css } from '../shared/tokens.ts'`)), [])
    assert.deepEqual(machineViolations(line('POST https://example.com/work/items')), [])
    assert.equal(lockfileViolations('"resolved": "https://registry.example/a.tgz"').length, 1)
    assert.equal(unfinishedViolations(line(`it${'.'}skip('a')`)).length, 1)
  })
})
