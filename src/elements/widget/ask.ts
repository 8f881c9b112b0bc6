import type { Desk } from '../../desk/desk.ts'
import type { AskAnswer, Asked } from '../../desk/state.ts'
import type { MessageKey } from '../../locale/en.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { summon } from '../shared/summon.ts'
import { loadWords, say } from '../shared/words.ts'
import { askCss } from './ask-css.ts'
import { element, QuietCard } from './quiet-card.ts'

provideAllWords()

// Of several widgets on a desk one speaks.
const taken = new WeakSet<Asked>()

/** An answer that cannot be noted takes nothing from the customer, and the page cannot help it. */
const tell = (desk: Desk, answer: AskAnswer) => void desk.answerAsk(answer).catch(() => {})

/** Asks the desk's question, with one tap for an answer. It goes when it is declined, by itself, or when the panel opens. */
export async function showAsk(widget: HTMLElement, desk: Desk): Promise<void> {
  const { ask } = desk.state
  if (!ask || taken.has(ask)) return
  taken.add(ask)
  try {
    await Promise.all([loadWords(desk.settings.locale), summon('earshot-rating')])
  } catch {
    // What cannot be shown was not asked.
    return tell(desk, 'passed')
  }
  if (desk.state.ask === ask && widget.isConnected) lay(widget, desk, ask)
}

function lay(widget: HTMLElement, desk: Desk, ask: Asked) {
  const words = (key: MessageKey, values?: Record<string, string>) => say(key, values, desk.settings)
  const { scale = 'csat', question = words(`rating.${scale}`), topic, about, id, parent } = ask
  let answered = false
  const rating = Object.assign(document.createElement('earshot-rating'), {
    desk,
    scale,
    question,
    topic,
    about: (about && document.getElementById(about)) || undefined,
    more: { form: `ask:${id}`, ...(parent && { parent }) },
    go: desk.open,
  })
  const no = element('button', { type: 'button', className: 'plain no', textContent: words('ask.no'), onclick: () => end('dismissed') })
  const box = element('div', { className: 'ask', role: 'group', ariaLabel: words('ask.title') })
  box.setAttribute('part', 'ask')
  box.append(rating, no)
  const card = new QuietCard({
    widget,
    desk,
    box,
    css: askCss,
    said: words('ask.said', { question }),
    passed: () => end('passed'),
    escaped: () => end('dismissed'),
  })
  // The tap is the answer; the card stays for the reason and for who wants to take it back.
  rating.addEventListener('earshot-queued', () => {
    card.wait()
    if (answered) return
    answered = true
    no.textContent = words('ask.close')
    tell(desk, 'answered')
  })
  const leave = desk.subscribe(state => {
    if (state.open || state.offer || (!answered && state.ask !== ask)) queueMicrotask(() => end('passed'))
  })
  const end = (answer: AskAnswer) => {
    card.remove()
    leave()
    if (desk.state.ask === ask) tell(desk, answer)
  }
}
