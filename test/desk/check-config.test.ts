import { expect } from '@open-wc/testing'
import type { Problem } from '../../src/core/support/errors.ts'
import { checkConfig } from '../../src/desk/check-config.ts'
import { captureDefaults, configChecks } from '../../src/core/settings/setting-checks.ts'
import { configSchema } from '../../src/desk/config-schema.ts'

/** The settings, and the problems once their words have been fetched: one that is always there marks the end. */
async function check(config: unknown) {
  const problems: Problem[] = []
  const settings = checkConfig(config, 'en', 'https://shop.example/products/lamp?x=1', problem => problems.push(problem))
  await new Promise<void>(resolve => checkConfig({ theEnd: 1 }, 'en', undefined, () => resolve()))
  return { settings, problems }
}

describe('the settings', () => {
  it('have a default each, so that an empty config works', async () => {
    const { settings, problems } = await check({})
    expect(problems).to.deep.equal([])
    expect(settings).to.include({ desk: 'default', accept: 'receipt', placement: 'bottom-end', suggest: true, withoutLauncher: false })
    expect(settings.capture).to.deep.equal({
      subject: true, environment: true, journey: true, element: true, screenshot: true, files: true, diagnostics: false,
    })
  })

  it('have no chat unless the owner names one, and the schema says so', async () => {
    expect((await check({})).settings.chat).to.equal(undefined)
    expect(configSchema.properties.chat).not.to.have.property('default')
  })

  it('do not ask for files that the transport cannot carry, unless the owner says so', async () => {
    const transport = { send: () => new Promise(() => {}), files: false }
    const captured = async (config: object) => {
      const { files, screenshot, element } = (await check(config)).settings.capture
      return { files, screenshot, element }
    }
    expect(await captured({ transport })).to.deep.equal({ files: false, screenshot: false, element: true })
    expect(await captured({ transport, capture: { files: true } })).to.deep.equal({ files: true, screenshot: false, element: true })
    expect(await captured({ transport: { send: transport.send } })).to.deep.equal({ files: true, screenshot: true, element: true })
  })

  it('make the endpoint absolute at once', async () => {
    expect((await check({ endpoint: '/issues' })).settings.endpoint).to.equal('https://shop.example/issues')
  })

  it('refuse an endpoint that is no web address', async () => {
    const { settings, problems } = await check({ endpoint: 'javascript:alert(1)' })
    expect(settings.endpoint).to.equal(undefined)
    expect(problems[0]).to.include({ code: 'config/wrong-value', path: '/endpoint' })
  })

  it('name the known key nearest to an unknown one', async () => {
    const { problems } = await check({ endpiont: '/issues', qqqqqqqq: 1 })
    expect(problems.map(({ code, path }) => [code, path])).to.deep.equal([
      ['config/unknown-key', '/endpiont'],
      ['config/unknown-key', '/qqqqqqqq'],
    ])
    expect(problems[0]!.message).to.contain('"endpoint"')
    expect(problems[1]!.message).not.to.contain('did you mean')
  })

  const wrong: [string, unknown][] = [
    ['accept', 'maybe'], ['articles', 5], ['forms', [{ kind: 'problem' }]], ['fieldTypes', { map: 1 }], ['prefill', []], ['topics', {}], ['ladder', {}], ['suggest', 'yes'],
    ['locale', 'not a tag'], ['messages', { help: 3 }], ['theme', { accent: 1 }], ['placement', 'left'],
    ['identity', 'token'], ['transport', {}], ['desk', 1], ['withoutLauncher', 1], ['endpoint', 5],
  ]
  for (const [key, value] of wrong) {
    it(`say where, what was expected and what came for a wrong "${key}", and go on with the default`, async () => {
      const { settings, problems } = await check({ [key]: value })
      expect(problems).to.have.length(1)
      expect(problems[0]).to.include({ code: 'config/wrong-value', path: `/${key}` })
      expect(problems[0]!.message).to.match(/must be .+; got .+/)
      expect(settings).to.deep.equal((await check({})).settings)
    })
  }

  it('hold everything where consent is said in a way that cannot be read, and say so', async () => {
    for (const consent of ['Required', 'yes', '', true, false, 'false', null, 1, {}]) {
      const { settings, problems } = await check({ consent })
      expect(settings.consent, JSON.stringify(consent)).to.equal('required')
      expect(problems).to.have.length(1)
      expect(problems[0]).to.include({ code: 'config/wrong-value', path: '/consent' })
      expect(problems[0]!.message).to.match(/must be .+; got .+\. It counts as "required"$/)
    }
    const thrown = await check(Object.defineProperty({}, 'consent', { enumerable: true, get: () => { throw new Error('no') } }))
    expect([thrown.settings.consent, thrown.problems[0]?.code]).to.deep.equal(['required', 'config/unreadable'])
    for (const consent of [undefined, 'not-required']) expect((await check({ consent })).settings.consent).to.equal('not-required')
  })

  it('collect nothing but what is plainly on where that is said in a way that cannot be read, and say so', async () => {
    const on = async (capture: unknown) => {
      const { settings, problems } = await check({ capture })
      expect(problems, JSON.stringify(capture)).to.have.length(1)
      expect(problems[0]).to.include({ code: 'config/wrong-value', path: '/capture' })
      expect(problems[0]!.message).to.match(/must be .+ by part, which are subject, .+; got .+\. Nothing is collected but the parts that are true$/)
      return Object.entries(settings.capture).filter(([, isOn]) => isOn).map(([part]) => part)
    }
    for (const capture of [false, true, 'none', null, 0, [], { subject: 'no' }, { subjct: false }, { journey: undefined }]) {
      expect(await on(capture), JSON.stringify(capture)).to.deep.equal([])
    }
    expect(await on({ subject: false, journey: true, screenshot: 'no', files: true })).to.deep.equal(['journey', 'files'])
    const throws = () => { throw new Error('no') }
    for (const config of [{ get capture() { return throws() } }, { capture: { journey: true, get subject() { return throws() } } }]) {
      const { settings, problems } = await check(config)
      expect([Object.values(settings.capture).some(Boolean), problems[0]?.path]).to.deep.equal([false, '/capture'])
    }
  })

  it('survive anything that is not a config', async () => {
    for (const value of [null, undefined, 5, 'x', [], () => {}, new Date()]) {
      expect((await check(value)).problems[0]!.code).to.equal('config/not-an-object')
    }
  })

  it('survive a setting that throws when it is read', async () => {
    const config = Object.defineProperty({}, 'endpoint', { enumerable: true, get: () => { throw new Error('no') } })
    expect((await check(config)).problems[0]).to.include({ code: 'config/unreadable', path: '/endpoint' })
  })

  it('of files are left out whole when a part of them cannot be meant', async () => {
    for (const files of [{ most: -1 }, { maxBytes: '5 MB' }, { maxBytes: 0 }, { types: 'image/*' }, { types: [7] }, []]) {
      const { settings, problems } = await check({ files })
      expect(settings.files, JSON.stringify(files)).to.equal(undefined)
      expect(problems[0]).to.include({ code: 'config/wrong-value', path: '/files' })
    }
    expect((await check({ files: { types: ['.pdf'], maxBytes: 1e6, most: 2 } })).problems).to.deep.equal([])
    expect((await check({ files: {} })).problems).to.deep.equal([])
  })

  it('take nothing from a prototype', async () => {
    const { settings, problems } = await check(JSON.parse('{"__proto__": {"endpoint": "https://evil.example"}}'))
    expect(settings.endpoint).to.equal(undefined)
    expect(({} as Record<string, unknown>)['endpoint']).to.equal(undefined)
    expect(problems).to.have.length(1)
  })

  it('are the same in the code and in the published schema, but for what only code can say', async () => {
    const codeOnly = ['transport', 'identity']
    const published = Object.keys(configSchema.properties).filter(key => key !== '$schema')
    expect(published.sort()).to.deep.equal(Object.keys(configChecks).filter(key => !codeOnly.includes(key)).sort())
    const parts = Object.entries(configSchema.properties.capture.properties).map(([part, flag]) => [part, flag.default])
    expect(Object.fromEntries(parts)).to.deep.equal(captureDefaults)
  })
})
