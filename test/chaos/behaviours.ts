import { setTimeout as pause } from 'node:timers/promises'
import type { Behaviour, Visit } from './visit.ts'

type Headers = Record<string, string>
const json = { 'content-type': 'application/json' }
const html = { 'content-type': 'text/html; charset=utf-8' }
const portal = '<!doctype html><title>Sign in</title><h1>Welcome to the hotel</h1>'

/** Cuts the line so that the other side feels it: a reset, not a goodbye. */
const reset = ({ socket }: Visit) => void socket.resetAndDestroy()

const say = ({ response, cors }: Visit, status: number, headers: Headers, body: string | Buffer = '') => {
  response.writeHead(status, { ...cors, ...headers })
  response.end(body)
}

/** As any backend that keeps keys. */
export const honest: Behaviour = async visit => {
  const { receipt, first } = await visit.commit()
  say(visit, first ? 201 : 200, json, JSON.stringify(receipt))
}

/** The same behind an uplink that carries so many bytes a second. */
export const slowly = (perSecond: number): Behaviour => async visit => {
  await visit.body(perSecond)
  return honest(visit)
}

export const resetBeforeBody: Behaviour = reset
export const resetInBody: Behaviour = visit => void visit.request.once('data', () => reset(visit))
export const resetAfterBody: Behaviour = async visit => {
  await visit.body()
  reset(visit)
}

/** Neither answers nor goes away. */
export const stall: Behaviour = visit => visit.body()

/** Takes it, and the answer is lost on the way. */
export const commitThenReset: Behaviour = async visit => {
  await visit.commit()
  reset(visit)
}
export const commitThenHalf: Behaviour = async visit => {
  const text = JSON.stringify((await visit.commit()).receipt)
  visit.response.writeHead(201, { ...visit.cors, ...json, 'content-length': String(text.length) })
  visit.response.write(text.slice(0, text.length / 2), () => reset(visit))
}
export const commitThen = (status: number): Behaviour => async visit => {
  await visit.commit()
  say(visit, status, html, '<h1>Bad gateway</h1>')
}
/** Answers well, and the page may not read it. */
export const commitWithoutCors: Behaviour = visit => honest({ ...visit, cors: {} })

/** Reads it all, keeps nothing, answers so. */
export const answer = (status: number, headers: Headers = {}, body: string | Buffer = ''): Behaviour => async visit => {
  await visit.body()
  say(visit, status, headers, body)
}
export const problem = (status: number, said: object): Behaviour => answer(status, { 'content-type': 'application/problem+json' }, JSON.stringify({ status, ...said }))

export const garbage = answer(200, json, '\u0000\u0001{{{')
export const empty = answer(200, json)
export const noContent = answer(204)
export const otherShape = answer(200, json, '{"ok":true,"ticket":42}')
export const badGzip = answer(200, { ...json, 'content-encoding': 'gzip' }, Buffer.from('not at all compressed'))
export const portalPage = answer(200, html, portal)
export const portalRedirect = answer(302, { location: '/portal' })
export const portalStatus = answer(511, html, portal)
export const truncated: Behaviour = async visit => {
  await visit.body()
  say(visit, 200, json, `{"id":"${visit.attempt.key}","refer`)
}
export const namesAnother = answer(200, json, '{"id":"0199-somebody-else","reference":"R-0","acceptedAt":"2026-11-22T12:00:00.000Z"}')
/** A whole receipt behind a promise of more. */
export const redirectedReceipt: Behaviour = async visit => {
  await visit.body()
  say(visit, 307, { location: '/issues/elsewhere' })
}

/** Says that it is too much once it has heard all of it: whoever leaves while a browser still talks may not be heard. */
export const tooLarge: Behaviour = async visit => {
  await visit.body()
  say(visit, 413, json, '{"title":"Too large"}')
}
/** The same at once, and goes away in the middle of what the client is still saying. */
export const tooLargeEarly: Behaviour = visit => {
  visit.response.writeHead(413, { ...visit.cors, ...json, connection: 'close' })
  visit.response.end('{"title":"Too large"}', () => visit.socket.destroySoon())
}

/** A good answer, a few characters at a time. */
export const slowDrip: Behaviour = async visit => {
  const text = JSON.stringify((await visit.commit()).receipt)
  visit.response.writeHead(201, { ...visit.cors, ...json })
  for (let at = 0; at < text.length; at += 8) {
    visit.response.write(text.slice(at, at + 8))
    await pause(15)
  }
  visit.response.end()
}
/** An answer that never comes to its end. */
export const endlessDrip: Behaviour = async visit => {
  await visit.body()
  visit.response.writeHead(200, { ...visit.cors, ...json })
  while (!visit.socket.destroyed) {
    visit.response.write(' ')
    await pause(50)
  }
}

/** One after another; the last one stays. */
export const inTurn = (...all: Behaviour[]): Behaviour => {
  let next = 0
  return visit => all[Math.min(next++, all.length - 1)]!(visit)
}
