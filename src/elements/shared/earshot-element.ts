import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Settings } from '../../desk/config.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { MessageKey } from '../../locale/en.ts'
import { DeskController } from './desk-controller.ts'
import { directionOf, loadWords, say } from './words.ts'
import { applyTheme } from './theme.ts'

/**
 * What every Earshot element has: a desk, words, a theme, a fallback.
 * Its children are the fallback: shown until it is defined, and when it cannot work.
 */
export abstract class EarshotElement extends LitElement {
  static override properties: PropertyDeclarations = {
    desk: { attribute: false },
    deskName: { attribute: 'desk' },
  }

  /** The desk to show. Default: the one on the shelf under the name in the `desk` attribute. */
  declare desk: Desk | undefined
  /** The name on the shelf. Default `default`. */
  declare deskName: string

  protected readonly found = new DeskController(this, (state, before) => this.deskChanged(state, before))

  #dressed: Settings | undefined

  constructor() {
    super()
    this.deskName = 'default'
  }

  override connectedCallback() {
    super.connectedCallback()
    void import('./keys-inside.ts').then(({ keepKeysInside }) => keepKeysInside(this)).catch(() => {})
  }

  /** To the heading, as soon as there is one: that is where a view begins. */
  override focus(options?: FocusOptions) {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2[tabindex]')?.focus(options))
  }

  /** Called after each change of the desk's state, before rendering. */
  protected deskChanged(_state: DeskState, _before: DeskState | undefined): void {}

  protected say(key: MessageKey, values?: Readonly<Record<string, string | number>>): string {
    return say(key, values, this.found.desk?.settings)
  }

  protected override willUpdate() {
    this.found.find()
    const { desk } = this.found
    if (!desk) return
    const { settings } = desk
    if (this.#dressed !== settings) applyTheme(this, desk)
    this.#dressed = settings
    void loadWords(settings.locale)?.then(() => this.requestUpdate())
  }

  /** What the element shows once it has a desk; `nothing` shows the fallback. */
  protected abstract content(desk: Desk, state: DeskState): TemplateResult | typeof nothing

  protected override render() {
    const { desk, state } = this.found
    const content = desk && state ? this.content(desk, state) : nothing
    return html`${content === nothing
        ? nothing
        : html`<div class="root" lang=${desk!.settings.locale} dir=${directionOf(desk!.settings.locale)}>${content}</div>`}
      <slot ?hidden=${content !== nothing}></slot>`
  }
}
