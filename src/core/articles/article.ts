/** A piece of help. */
export interface Article {
  id: string
  title: string
  body: string
  format: 'markdown' | 'html'
  summary?: string
  /** Where it stands on the web, if it does. Relative links and pictures in the body resolve against it, unless there is a `base`. */
  url?: string
  /** Where its pictures lie, when that is not where it stands: a built index fills it in. Absolute. */
  base?: string
  /** BCP 47; absent means any. */
  locale?: string
  topics?: string[]
  /** URLPattern pathnames or prefixes of the pages it belongs to (`/checkout`, `/products/*`). */
  pages?: string[]
  /** Signs of trouble it answers (`rage-click`, `field-invalid`). */
  signals?: string[]
  /** Other words for the same thing, as customers say it: found as if they stood in the title. */
  aliases?: string[]
  /** The owner's thumb on the scale: 2 counts double, 0.5 half. Default 1; kept between 0.1 and 10. */
  boost?: number
  /** ISO 8601. */
  updatedAt?: string
  author?: { name: string; avatar?: string }
  /** Written by another customer, and shown as such. */
  community?: boolean
  /** Ids of other articles. */
  related?: string[]
}

/** A stretch of text to mark: from `start` up to, not including, `end`, in UTF-16 code units. */
export interface Mark { start: number; end: number }

/** A text with marks. Ranges, not markup, so that nobody is tempted to parse it. */
export interface Excerpt { text: string; marks: Mark[] }

export interface SearchResult {
  id: string
  title: string
  excerpt: Excerpt
  /** Which source it comes from (`index`, `inline`, …). */
  source: string
  /** Higher is better; only comparable within one answer. */
  score: number
  locale?: string
  community?: boolean
  /** Who wrote it, where the source says so: community answers carry their author. */
  author?: { name: string; avatar?: string }
  /** Where it stands on the web, where the source says so. */
  url?: string
  topics?: string[]
  /** Why it was suggested, for the developer's eyes. */
  reason?: string
}

/** What a source may know of the page when it suggests articles. */
export interface PageInfo {
  /** Origin and path, no query, no fragment. */
  url: string
  title?: string
  /** Its main headings (`h1`). */
  headings?: string[]
  /** What it is about, as it declares itself, or as the settings say. */
  topics?: string[]
  product?: { id?: string; name?: string; category?: string }
  /** A sign of trouble seen on it: then only articles that name it in their `signals` are meant. */
  signal?: string
}
