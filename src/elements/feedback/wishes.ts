import { css, html, type LitElement } from 'lit'
import { adopt } from '../shared/field-parts/adopt.ts'
import type { FieldView } from '../shared/field-parts/field-part.ts'

const styles = css`
  .wishes {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 10px;
  }
  .wishes button {
    min-height: 36px;
    padding: 6px 14px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    font-size: 0.875em;
  }
  .wishes button:hover {
    background: var(--_raised);
  }
  .wishes [aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_canvas));
    color: var(--_accent);
  }
  @media (pointer: coarse) {
    .wishes button {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .wishes button {
      border-color: ButtonBorder;
    }
    .wishes [aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`

/** Words to tap instead of typing. They stand in the text, which stays the customer's own; a second tap takes them out again. */
export function open(host: LitElement) {
  adopt(host, styles)
  return ({ field, value, edit, label }: FieldView) => {
    const text = typeof value === 'string' ? value : ''
    const isLine = field.type !== 'story' && (field.lines ?? 1) === 1
    return html`<div class="wishes" role="group" aria-label=${label}>
      ${field.options.map(
        ({ label: wish }) =>
          html`<button type="button" dir="auto" aria-pressed=${has(text, wish)} @click=${() => edit(turn(text, wish, isLine) || undefined)}>${wish}</button>`,
      )}
    </div>`
  }
}

// On a line of its own: a word within what somebody wrote is theirs.
const linesOf = (text: string) => text.split('\n').filter(line => line.trim())
const has = (text: string, wish: string) => linesOf(text).some(line => line.trim() === wish)

function turn(text: string, wish: string, isLine: boolean): string {
  if (has(text, wish)) return linesOf(text).filter(line => line.trim() !== wish).join('\n')
  return isLine ? wish : [...linesOf(text), wish].join('\n')
}
