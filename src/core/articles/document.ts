/**
 * A Markdown article as a small tree: all that Earshot shows, and nothing that could run.
 * Every address in it has been checked by scheme; text is text, its entities decoded.
 */
export type Block =
  | HeadingBlock
  | { type: 'paragraph'; inlines: Inline[] }
  | ListBlock
  | { type: 'code'; lang?: string; text: string }
  | { type: 'quote'; blocks: Block[] }
  | TableBlock
  | DetailsBlock
  | Picture
  | { type: 'rule' }

export interface HeadingBlock {
  type: 'heading'
  /** 1 to 6, as written in the article. */
  level: number
  /** Unique in this article, prefixed so that it cannot shadow an id or a global of the page. */
  id: string
  inlines: Inline[]
}

export interface ListBlock {
  type: 'list'
  ordered: boolean
  /** The first number, where it is not 1. */
  start?: number
  items: ListItem[]
}

/** `checked` is there when it is a task. */
export interface ListItem { checked?: boolean; blocks: Block[] }

export interface TableBlock {
  type: 'table'
  /** By column; undefined where the article does not say. */
  align: ('left' | 'center' | 'right' | undefined)[]
  head: Inline[][]
  rows: Inline[][][]
}

/** Something folded away under its summary; `open` when it begins unfolded. A summary may be empty: the browser's own word then. */
export interface DetailsBlock { type: 'details'; open?: true; summary: Inline[]; blocks: Block[] }

/** A picture; as a block when it stands alone in its paragraph. Its size in CSS pixels where the article says it. */
export interface Picture { type: 'image'; src: string; alt: string; title?: string; width?: number; height?: number }

export type Inline =
  | { type: 'text'; text: string }
  | { type: Wrapping; inlines: Inline[] }
  | { type: 'code'; text: string }
  | LinkInline
  | Picture
  | { type: 'break' }

/** What may stand around other inlines: emphasis, a correction, a key to press, a raised or lowered figure. */
export type Wrapping = 'strong' | 'em' | 'del' | 'kbd' | 'sup' | 'sub'

export interface LinkInline {
  type: 'link'
  /** Checked by scheme. For a link to another article: `#/article/<id>`. For one inside this article: `#<heading id>`. */
  href: string
  /** It leads to another origin. */
  external: boolean
  /** The article it leads to, to be opened with `desk.read`. */
  articleId?: string
  /** The heading's id in that article, or in this one. */
  fragment?: string
  title?: string
  inlines: Inline[]
}
