import { scales } from '../core/forms/field-rules.ts'
import { words } from '../core/forms/form-schema.ts'
import type { FindingKind } from '../core/issue/finding.ts'
import { amount, flag, list, text, texts } from './schema-parts.ts'

const findingKinds = ['card', 'iban', 'email', 'phone', 'id', 'token', 'secret', 'session', 'hex', 'own'] satisfies FindingKind[]

/** For the build only: the settings about what customers are asked, and what of it may leave. */
export const formSettings = {
  forms: { type: 'array', maxItems: 100, description: 'Forms besides the built-in ones, or changes to those.', items: { $ref: '#/$defs/form' } },
  fieldTypes: {
    type: 'object',
    description: 'Fields of your own: the name of a type and the custom element that shows it.',
    additionalProperties: { type: 'string', pattern: '^[a-z][a-z0-9._\\-]*-[a-z0-9._\\-]*$' },
  },
  prefill: {
    type: 'object',
    description: 'What forms begin with, by form and field. Not for how a customer can be reached.',
    additionalProperties: { type: 'object' },
  },
  details: list(
    'What the page knows and every form may send along. The customer sees it.',
    {
      name: text('The key in `answers`.'),
      label: words('As the customer reads it.'),
      selector: text('CSS selector of the element that says it.'),
      attribute: text('Default: its text, or what a field holds.'),
      pattern: text('A regular expression: what is taken of it, its first group if it has one.'),
    },
    ['name', 'label', 'selector'],
  ),
  files: {
    type: 'object',
    description: 'Which files may be added.',
    properties: {
      types: { ...texts, description: 'As in `accept`: "image/*", ".pdf". Default: pictures, PDF and plain text.' },
      maxBytes: amount('Of one file, after a picture was made smaller.', 1, undefined, 5_000_000),
      most: amount('In one issue.', 0, undefined, 5),
    },
    additionalProperties: false,
  },
  redaction: {
    type: 'object',
    description: 'What is blanked out besides what is always looked for.',
    properties: {
      patterns: { ...texts, description: 'Regular expressions; one that could take for ever is refused.' },
      ids: { ...texts, description: 'National ids to look for, by their names.' },
      off: { type: 'array', items: { enum: findingKinds }, description: 'Kinds not to look for.' },
    },
    additionalProperties: false,
  },
  asks: list(
    'Questions asked by themselves, once, beside the page. All of `when` must have happened.',
    {
      id: { type: 'string' },
      scale: { enum: scales, default: 'csat' },
      question: words('Default: our own words.'),
      about: text('The id of the element it is about. Default: the page.'),
      topic: { type: 'string' },
      where: { type: 'object', properties: { url: text('As in the `pages` of an article.'), selector: text('CSS selector.') }, additionalProperties: false },
      when: {
        type: 'object',
        properties: {
          event: text('The name of an event on the document.'),
          seconds: amount('On this page, seen.', 0),
          scrolled: amount('Share of the page scrolled past.', 0, 1),
          leaving: flag('The pointer leaves towards the top of the window.', false),
          resolvedDays: amount('Days since one of this device\'s issues was settled.', 0),
        },
        additionalProperties: false,
      },
      sample: amount('The share of visits that may be asked at all.', 0, 1, 1),
      most: amount('How often one customer is asked.', 0, undefined, 1),
      everyDays: amount('Days between two times.', 0, undefined, 90),
    },
    ['id', 'when'],
  ),
  staff: {
    description: 'Staff write for customers: the form asks for whom and how it was said.',
    default: false,
    anyOf: [{ type: 'boolean' }, { type: 'object', properties: { name: text('Of whoever writes.') }, additionalProperties: false }],
  },
  capture: {
    type: 'object',
    description: 'What may be collected at all. The customer sees it and can take it out.',
    properties: {
      subject: flag('The page and its product.', true),
      environment: flag('Language, window, browser.', true),
      journey: flag('Searches and articles.', true),
      element: flag('The customer may point at a part of the page.', true),
      screenshot: flag('The customer may take a picture of the page.', true),
      files: flag('The customer may add files.', true),
      diagnostics: flag('The latest errors and failed requests are remembered, in memory, and sent only if the customer ticks it.', false),
    },
    additionalProperties: false,
  },
}
