import type { Article } from '../core/articles/article.ts'
import type { Source } from '../core/articles/source.ts'
import type { Outside, Rung } from '../core/escalation/ladder.ts'
import type { Text } from '../core/forms/field.ts'
import type { FormDeclaration } from '../core/forms/form.ts'
import type { Redaction } from '../core/issue/finding.ts'
import type { Handover } from './handover.ts'
import type { Scale } from '../core/issue/issue.ts'
import type { Transport } from '../core/transports/transport.ts'

export interface Topic {
  id: string
  label: string
  audience?: string
  /** The pages that are about it, as in an article's `pages`: its articles are suggested there. */
  pages?: string[]
}

export interface Theme {
  /** Default `auto`: follows the page's `color-scheme`, else the system. */
  scheme?: 'auto' | 'light' | 'dark'
  /** Any CSS colour. What could not be read in it is mended, with a problem `theme/accent-corrected`. */
  accent?: string
  /** The accent as text, line and focus. Default: computed from it. */
  'accent-ink'?: string
  /** Text on the accent. Default: what can be read on it. */
  'on-accent'?: string
  /** The ground. */
  canvas?: string
  /** The ground of what is pointed at or set apart. */
  raised?: string
  /** Text. */
  ink?: string
  /** Text that may step back. */
  quiet?: string
  /** Hairlines. */
  line?: string
  /** Borders of fields. */
  edge?: string
  /** What went wrong. */
  bad?: string
  /** CSS length of the corners. */
  radius?: string
  /** CSS font family; default: the page's own. */
  font?: string
  /** CSS length; default: the page's own, at least 16 px. */
  'font-size'?: string
  /** How close things stand where there is a mouse. Default `comfortable`. */
  density?: 'comfortable' | 'compact'
  /** CSS length: how far the launcher stands from the top or bottom of the window. Default 20 px, or the safe area. */
  'offset-block'?: string
  /** The same, from its side. */
  'offset-inline'?: string
  /** How high the launcher and the panel lie where there is no top layer. */
  'z-index'?: string
}

/** What may be collected at all. Everything else is never read from the page. */
export interface Capture {
  subject?: boolean
  environment?: boolean
  journey?: boolean
  /** The customer may point at a part of the page. Default true. */
  element?: boolean
  /** The customer may take a picture of the page. Default true. */
  screenshot?: boolean
  /** The customer may add files. Default true. */
  files?: boolean
  /** The latest errors and failed requests are remembered, in memory, and sent only if the customer ticks it. Default false. */
  diagnostics?: boolean
}

/** Which files may be added. */
export interface FileSettings {
  /** As in the `accept` attribute: `image/*`, `.pdf`. Default: pictures, PDF and plain text. */
  types?: readonly string[]
  /** Of one file, in bytes, after a picture was made smaller. Default 5,000,000. */
  maxBytes?: number
  /** In one issue. Default 5. */
  most?: number
}

/** Something the page knows and the customer need not type, such as the number of an order. It goes into `answers`, seen and editable. */
export interface Detail {
  name: string
  label: Text
  /** CSS selector of the element that says it. */
  selector: string
  /** Default: its text, or what a field holds. Fields with passwords and cards are never read. */
  attribute?: string
  /** A regular expression: what is taken of it, its first group if it has one. */
  pattern?: string
}

/** A question asked by itself, once, beside the page. All of `when` must have happened. */
export interface Ask {
  id: string
  /** Of `<earshot-rating>`. Default `csat`. */
  scale?: Scale
  question?: Text
  /** The id of the element it is about; default: the page. */
  about?: string
  topic?: string
  /** A URLPattern pathname or prefix, as in an article's `pages`. */
  where?: { url?: string; selector?: string }
  when: {
    /** The name of an event on the document. */
    event?: string
    /** On this page, seen. */
    seconds?: number
    /** Share of the page scrolled past, 0 to 1. */
    scrolled?: number
    /** The pointer leaves towards the top of the window. */
    leaving?: boolean
    /** Days since one of this device's issues was settled. */
    resolvedDays?: number
  }
  /** The share of visits that may be asked at all, 0 to 1. Default 1. */
  sample?: number
  /** How often one customer is asked, and how many days lie between. Default once, 90. */
  most?: number
  everyDays?: number
}

/** Staff write for customers: the form asks for whom and how it was said, and nothing of the staff's own visit goes along. */
export interface Staff { name?: string }

/** A sentence with named blanks (`{count}`), or one per plural category. */
export type MessageOverride = string | { [category: string]: string }

export type Placement = 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start'

/** The signs of trouble the page is watched for; on the device only. */
export type SignalType =
  | 'rage-click' | 'dead-click' | 'field-invalid' | 'form-repeated' | 'script-error' | 'request-failed' | 'request-slow'
  | 'back-and-forth' | 'third-visit' | 'form-hesitation' | 'picture-broken'

/** Which article answers a sign of trouble. Without `where` it does so on every page. */
export interface SignalRule {
  signal: SignalType
  /** A URLPattern pathname or prefix, as in an article's `pages`; a CSS selector of the element in trouble. */
  where?: { url?: string; selector?: string }
  /** The article's id. */
  article: string
}

export interface SignalSettings {
  /** Signs nobody is to watch for. */
  off?: SignalType[]
  /** The first that fits is used; without one the articles are searched. */
  rules?: SignalRule[]
  /** Below this share of what was asked, 0 to 1, a found article is not offered. Default 0.6. */
  confidence?: number
}

/** A source by its name, for settings that are data: `{ source: 'zendesk', url: '…' }`. What else it takes depends on the source. */
export interface DeclaredSource { source: string; [option: string]: unknown }

type OneSource = string | Source | DeclaredSource

export type ArticlesSetting = OneSource | Article[] | (OneSource | Article[])[]

/** All settings; the same keys in `createDesk({…})`, in `earshot.json` and, the flat ones, as `data-` attributes. */
export interface Config {
  /** Name on the shelf. Default `default`. */
  desk?: string
  /** Short for the `http` transport. Resolved against the page's address when the desk is made. */
  endpoint?: string
  /** What counts as accepted. Default `receipt`; `2xx` gives up knowing that it was really taken. */
  accept?: 'receipt' | '2xx'
  /** Code only. */
  transport?: Transport
  /** URL of a built index, articles, a source, or several of those. */
  articles?: ArticlesSetting
  forms?: FormDeclaration[]
  /** Fields of the owner's own: the name of a type and the custom element that shows it. */
  fieldTypes?: Record<string, string>
  /** What forms begin with, by form and field. */
  prefill?: Record<string, Record<string, unknown>>
  /** What the page knows and every form may send along. */
  details?: Detail[]
  files?: FileSettings
  redaction?: Redaction
  asks?: Ask[]
  staff?: boolean | Staff
  topics?: Topic[]
  ladder?: Rung[]
  /** Shown when the last rung of the ladder did not help. */
  outside?: Outside[]
  /** Opens the owner's own chat for rungs of kind `chat`: the name of one Earshot knows, or code that is handed the issue. */
  chat?: 'chatwoot' | 'rocket.chat' | 'zammad' | ((handover: Handover) => void | Promise<void>)
  /** Customers may say in one tap that they think of leaving. Default false. */
  leaving?: boolean
  /** Days after which a customer is asked whether what was solved holds; `false`: never. Default 7. */
  holdsAfterDays?: number | false
  /** Articles offered for this page before anything was typed. Default true. */
  suggest?: boolean
  /** Groups of words that mean the same to customers: `[["refund", "money back"]]`. */
  synonyms?: string[][]
  /** Offer one article at signs of trouble. Default true. */
  signals?: boolean | SignalSettings
  /** Let what could not be answered leave as issues of kind `gap`, without identity, once the customer has agreed. Default false. */
  gaps?: boolean
  /** BCP 47. Default: the page's `lang`, else the browser's. */
  locale?: string
  /** Overrides of single sentences by key. */
  messages?: Record<string, MessageOverride>
  theme?: Theme
  placement?: Placement
  /** No button of ours: the host opens the panel with `desk.open()`. */
  withoutLauncher?: boolean
  /** Opens and closes the panel: `Control+Shift+H`. `Alt`, `Control` or `Meta` has to be in it. Default: none. */
  shortcut?: string
  capture?: Capture
  /** Code only: a fresh, short-lived token signed by the site. Asked for when sending; never stored. */
  identity?: () => Promise<string>
  consent?: 'not-required' | 'required'
}

/** The settings after checking, with every default filled in and the endpoint absolute. */
export interface Settings extends Config {
  desk: string
  accept: 'receipt' | '2xx'
  forms: FormDeclaration[]
  topics: Topic[]
  suggest: boolean
  locale: string
  messages: Record<string, MessageOverride>
  theme: Theme
  placement: Placement
  withoutLauncher: boolean
  capture: Required<Capture>
  consent: 'not-required' | 'required'
}
