import assert from 'node:assert/strict'
import type { Desk } from '../../src/desk/desk.ts'
import { heading, openPanel } from './customer.ts'
import type { Page } from './driver/page.ts'
import { hostPath, ownTag, serves } from './host-page.ts'
import { journeys } from './world.ts'

const story = 'The spout drips.'
const link = '<a href="/contact/">Write to the workshop</a>'
const launchers = (page: Page) => page.getByRole('button', { name: 'Help' }).count()
const storyField = (page: Page) => page.getByRole('textbox', { name: 'What happened?' })

/** Has sent what was told, from wherever the widget stands. */
async function sends(page: Page, count = 1) {
  await page.getByRole('button', { name: 'Send' }).click()
  await heading(page, 'We have it').waitFor()
  assert.equal(await launchers(page), count)
}

journeys('A widget among others of its kind', walk => {
  walk('two copies of another version each: the first has the name, the second serves a desk of its own beside it', async ({ page, url, intercept, issues }) => {
    // The same files at another address are another copy to the browser.
    intercept(serves({ body: '<earshot-feedback desk="second" form="idea"></earshot-feedback>' }, async request => {
      const { pathname, origin } = new URL(request.url)
      if (!pathname.startsWith('/older/')) return undefined
      const answer = await fetch(`${origin}${pathname.slice(6)}`)
      return new Response((await answer.text()).replaceAll('0.1.0', '0.0.1'), { headers: { 'content-type': 'text/javascript' } })
    }))
    await page.goto(url + hostPath)
    await openPanel(page)
    await page.evaluate(async () => {
      const other = (await import(`${location.origin}/older/earshot/app.js`)) as { start(settings: object): Promise<Desk> }
      await other.start({ desk: 'second', endpoint: '/issues' })
      const twice = await other.start({ endpoint: '/elsewhere' })
      await new Promise<void>(resolve => twice.subscribe(({ problems }) => problems.some(({ code }) => code === 'desk/name-taken') && resolve()))
      return null
    })
    await page.getByRole('textbox', { name: 'What is your idea?' }).fill('Make it blue.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.until('the idea is delivered', async () => (await issues()).length === 1)
    assert.equal(await launchers(page), 1)
  })

  walk('its script once more, taken away and put back: one launcher, and it works', async ({ page, url, intercept }) => {
    intercept(serves({ tag: ownTag + ownTag.replace('earshot.js', 'earshot.js?twice') }))
    await page.goto(url + hostPath)
    await page.evaluate(async () => {
      for (const script of document.querySelectorAll('script[src*=earshot]')) script.remove()
      await new Promise((resolve, reject) => document.head.append(Object.assign(document.createElement('script'), { src: '/earshot.js?again', onload: resolve, onerror: reject })))
      return null
    })
    await openPanel(page)
    assert.equal(await launchers(page), 1)
  })

  walk('on a page that has used its name for an element', async ({ page, url, intercept }) => {
    intercept(serves({ body: '<div id="earshot">Within earshot</div>' }))
    await page.goto(url + hostPath)
    await openPanel(page)
  })
})

journeys('A widget that is moved about', walk => {
  walk('taken away, put back and put elsewhere in the page, it keeps what was typed', async ({ page, url, intercept, issues }) => {
    intercept(serves({ body: '<aside></aside>' }))
    await page.goto(url + hostPath)
    await openPanel(page)
    await page.getByRole('button', { name: 'Something is wrong' }).click()
    await storyField(page).fill(story)
    await page.evaluate(() => {
      const widget = document.querySelector('earshot-widget')!
      widget.remove()
      document.body.prepend(widget)
      return null
    })
    await page.until('it is shown again', async () => (await storyField(page).count()) === 1)
    assert.equal(await storyField(page).value(), story)
    await page.evaluate(() => void document.querySelector('aside')!.append(document.querySelector('earshot-widget')!))
    await page.until('it is shown there, too', async () => (await storyField(page).count()) === 1)
    assert.equal(await storyField(page).value(), story)
    await sends(page)
    assert.deepEqual((await issues()).map(issue => issue.story), [story])
  })

  walk('goes along when the page puts a new body in place of the old one', async ({ page, url, intercept }) => {
    intercept(serves({}))
    await page.goto(url + hostPath)
    await openPanel(page)
    await page.getByRole('button', { name: 'Something is wrong' }).click()
    await storyField(page).fill(story)
    await page.evaluate(() => {
      const body = document.createElement('body')
      body.append(Object.assign(document.createElement('h1'), { textContent: 'The next page' }))
      document.body.replaceWith(body)
      return null
    })
    await heading(page, 'The next page').waitFor()
    await page.until('it is shown again', async () => (await storyField(page).count()) === 1)
    assert.equal(await storyField(page).value(), story)
    await sends(page)
  })

  walk('drawn by the server, and replaced by the page’s framework with one of its own', async ({ page, url, intercept }) => {
    intercept(serves({ body: `<div id="app"><earshot-widget>${link}</earshot-widget></div>` }))
    await page.goto(url + hostPath)
    await openPanel(page)
    await page.evaluate(() => {
      const [fresh, own] = [document.createElement('earshot-widget'), document.createElement('a')]
      own.href = '/contact/'
      fresh.append(own)
      document.querySelector('#app')!.replaceChildren(fresh)
      return null
    })
    await page.until('the new one has the launcher, and shows the panel that is open', async () =>
      (await launchers(page)) === 1 && (await page.getByRole('dialog', { name: 'Help' }).count()) === 1)
    assert.equal(await page.getByRole('link', { name: 'Write to the workshop' }).count(), 0)
  })

  walk('drawn by the server, and kept by a framework that goes over all it has drawn', async ({ page, url, intercept }) => {
    intercept(serves({ body: `<div id="app"><earshot-widget>${link}</earshot-widget></div>` }))
    await page.goto(url + hostPath)
    // What a framework does to an element that it takes over: each attribute and child once more, the same.
    await page.evaluate(() => {
      const widget = document.querySelector('earshot-widget')!
      widget.setAttribute('placement', 'bottom-start')
      const [own] = widget.children
      own!.replaceWith(own!.cloneNode(true))
      widget.normalize()
      return null
    })
    await openPanel(page)
    assert.equal(await page.evaluate(() => document.querySelector('earshot-widget')!.getAttribute('placement')), 'bottom-start')
  })

  walk('in a shadow root of the host’s', async ({ page, url, intercept, issues }) => {
    intercept(serves({ body: '<host-part></host-part>', tag: ownTag.replace('<script', '<script data-without-launcher') }))
    await page.goto(url + hostPath)
    await page.evaluate(async () => {
      const root = document.querySelector('host-part')!.attachShadow({ mode: 'open' })
      const form = document.createElement('earshot-feedback')
      form.setAttribute('form', 'problem')
      // Fetched and defined by another one of its kind, as on any page with several.
      document.body.append(document.createElement('earshot-feedback'))
      await customElements.whenDefined('earshot-feedback')
      document.querySelector('body > earshot-feedback')!.remove()
      root.append(form)
      return null
    })
    await storyField(page).fill(story)
    await page.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    assert.deepEqual((await issues()).map(issue => issue.story), [story])
  })
})

journeys('An application that changes its address', walk => {
  walk('by whichever means: what is suggested, and what the issue is about, follow', async ({ page, url, issues }) => {
    await page.goto(`${url}/products/heron/`)
    const panel = await openPanel(page)
    const suggested = async () => (await panel.getByRole('listitem').first().text())
    const first = await suggested()
    const pushState = await page.evaluate(() => String(history.pushState))
    const arrive = (title: string, how: string) => page.evaluate((title: string, how: string) => {
      const { navigation } = window as { navigation?: { navigate(url: string, options: object): void } }
      if (how === 'push') history.pushState(null, '', '/checkout/')
      else if (how === 'replace') history.replaceState(null, '', '/products/plover/')
      else if (how === 'hash') location.hash = '#/orders/7?token=secret'
      else if (navigation) navigation.navigate('/help/', { history: 'replace' })
      document.title = title
      document.querySelector('h1')!.textContent = title
    }, title, how)
    await arrive('Checkout', 'push')
    await page.until('other articles are suggested, with the panel open', async () => (await suggested()) !== first)
    const second = await suggested()
    await arrive('Plover', 'replace')
    await page.until('and others again', async () => (await suggested()) !== second)
    await arrive('Your order', 'hash')
    assert.equal(await page.evaluate(() => String(history.pushState)), pushState)
    await panel.getByRole('button', { name: 'Something is wrong' }).click()
    await storyField(page).fill(story)
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    const [issue] = await issues()
    assert.deepEqual([issue?.subject?.url, issue?.subject?.title], [`${url}/products/plover/#/orders/7`, 'Your order'])
  })
})
