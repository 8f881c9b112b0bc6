import { sourceNames } from '../core/articles/declared-source.ts'
import { formDefinitions } from '../core/forms/form-schema.ts'
import { formSettings } from './config-schema-forms.ts'
import { choice, flag, list, text, texts } from './schema-parts.ts'
import { signalTypes } from './signal-settings.ts'

// For the build only: what `earshot.json` may say, for editors and validators. Code-only settings are not in it.
export const configSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:earshot:config:1',
  title: 'Earshot settings',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    desk: { ...text('Name on the shelf, for pages with several desks.'), default: 'default' },
    endpoint: text('Where issues are posted. Resolved against the address of the page.'),
    accept: choice('What counts as accepted. "2xx" gives up knowing that it was really taken.', 'receipt', '2xx'),
    articles: {
      description: 'The address of a built index, articles, a source by name, or a list of those.',
      anyOf: [
        { type: 'string' },
        { $ref: '#/$defs/source' },
        { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'array' }, { $ref: '#/$defs/source' }, { $ref: '#/$defs/article' }] } },
      ],
    },
    ...formSettings,
    topics: list(
      'What a remark can be about, and for whom it is.',
      { id: text('What travels with the remark.'), label: text('As the customer reads it.'), audience: text('The department it is for.'), pages: { ...texts, description: 'The pages that are about it.' } },
      ['id', 'label'],
    ),
    ladder: list(
      'The people one can reach, the first one first.',
      {
        id: { type: 'string' },
        name: text('As the customer reads it.'),
        kind: { enum: ['message', 'email', 'phone', 'callback', 'chat', 'link', 'visit'] },
        to: text('Address, number or link, by kind.'),
        avatar: text('The address of a picture of them.'),
        hours: text('schema.org opening hours: "Mo-Fr 09:00-17:30; Sa 10:00-14:00". Absent means always.'),
        timeZone: text('IANA name: "Europe/Berlin".'),
        holidays: { ...texts, description: 'Days without service, YYYY-MM-DD.' },
        answersWithin: { type: 'number', minimum: 0, description: 'In hours in which somebody is there.' },
        languages: { ...texts, description: 'The languages they speak.' },
        topics: { ...texts, description: 'The ids of topics, for an interface of your own. Our elements show every rung.' },
        measured: flag('Tell the median of the last 28 days beside the promise, where the receiver knows it; a slower one makes the promise later.', false),
        exceptions: list('Days with other hours than usual; without hours nobody is there.', { date: text('YYYY-MM-DD'), hours: text('The hours of that day.') }, ['date']),
        for: choice('Who may use it.', 'everyone', 'identified'),
        after: {
          type: 'object',
          description: 'Offered only once this has been tried, so many hours ago.',
          properties: { tried: text('"help", "message", or the id of a rung.'), hours: { type: 'number', minimum: 0, description: 'How long ago.' } },
          additionalProperties: false,
        },
      },
      ['id', 'name', 'kind'],
    ),
    outside: list('Where to go when the last rung did not help.', { name: text('As the customer reads it.'), to: text('Address or link.'), note: text('A line below it.') }, ['name', 'to']),
    chat: { enum: ['chatwoot', 'rocket.chat', 'zammad'], description: 'The chat of the owner\'s that rungs of kind "chat" open. Default: none.' },
    leaving: flag('Customers may say in one tap that they think of leaving.', false),
    holdsAfterDays: {
      description: 'Days after which a customer is asked whether what was solved holds.',
      default: 7,
      anyOf: [{ type: 'number', minimum: 0 }, { enum: [false] }],
    },
    files: {
      type: 'object',
      description: 'Which files may be added.',
      properties: {
        types: { ...texts, description: 'As in the accept attribute.', default: ['image/*', '.pdf', '.txt'] },
        maxBytes: { type: 'number', exclusiveMinimum: 0, default: 5_000_000, description: 'Of one file, after a picture was made smaller.' },
        most: { type: 'number', exclusiveMinimum: 0, default: 5, description: 'In one issue.' },
      },
      additionalProperties: false,
    },
    suggest: flag('Offer articles for the page before anything was typed.', true),
    synonyms: { type: 'array', description: 'Groups of words that mean the same to customers.', items: texts },
    signals: {
      description: 'Offer one article at signs of trouble.',
      default: true,
      anyOf: [
        { type: 'boolean' },
        {
          type: 'object',
          properties: {
            off: { type: 'array', description: 'Signs nobody is to watch for.', items: { enum: signalTypes } },
            rules: list(
              'Which article answers a sign of trouble; the first that fits is used.',
              {
                signal: { enum: signalTypes },
                where: { type: 'object', properties: { url: text('As in the `pages` of an article.'), selector: text('CSS selector.') }, additionalProperties: false },
                article: text('The id of the article.'),
              },
              ['signal', 'article'],
            ),
            confidence: { type: 'number', minimum: 0, maximum: 1, default: 0.6, description: 'Below it a found article is not offered.' },
          },
          additionalProperties: false,
        },
      ],
    },
    asks: list(
      'Questions that are asked by themselves, once, beside the page; all of `when` must have happened.',
      {
        id: { type: 'string', minLength: 1 },
        scale: choice('What is asked for.', 'csat', 'thumbs', 'nps', 'ces', 'stars'),
        question: { description: 'Default: that of the scale.', anyOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'string' } }] },
        about: text('The id of the element it is about.'),
        topic: text('The id of the topic it is about.'),
        where: { type: 'object', description: 'Only on these pages, or where this can be seen.', properties: { url: text('As in the `pages` of an article.'), selector: text('CSS selector of what has to be in view.') }, additionalProperties: false },
        when: {
          type: 'object',
          properties: {
            event: text('The name of an event on the document.'),
            seconds: { type: 'number', minimum: 0, description: 'On this page, seen.' },
            scrolled: { type: 'number', minimum: 0, maximum: 1, description: 'Share of the page scrolled past.' },
            leaving: flag('The pointer leaves towards the top of the window.', false),
            resolvedDays: { type: 'number', minimum: 0, description: 'Days since a request of this device was settled.' },
          },
          minProperties: 1,
          additionalProperties: false,
        },
        sample: { type: 'number', minimum: 0, maximum: 1, default: 1, description: 'The share of visits that may be asked.' },
        most: { type: 'integer', minimum: 1, default: 1, description: 'How often one customer is asked.' },
        everyDays: { type: 'number', minimum: 0, default: 90, description: 'Days between two times.' },
      },
      ['id', 'when'],
    ),
    gaps: flag('Let what could not be answered leave as issues of kind "gap", without identity, once the customer has agreed.', false),
    locale: text('BCP 47. Default: the language of the page.'),
    messages: {
      type: 'object',
      description: 'Own wording of single sentences, by key.',
      additionalProperties: { anyOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'string' } }] },
    },
    theme: {
      type: 'object',
      description: 'What it looks like.',
      properties: {
        scheme: choice('Default: as the page.', 'auto', 'light', 'dark'),
        accent: text('Any CSS colour.'),
        'accent-ink': text('CSS colour of text, lines and focus. Default: the accent, mended so that it can be read.'),
        'on-accent': text('CSS colour of text on the accent. Default: one that can be read on it.'),
        canvas: text('CSS colour of the ground.'),
        raised: text('CSS colour of what is pointed at or set apart.'),
        ink: text('CSS colour of text.'),
        quiet: text('CSS colour of text that may step back.'),
        line: text('CSS colour of hairlines.'),
        edge: text('CSS colour of the borders of fields.'),
        bad: text('CSS colour of what went wrong.'),
        radius: text('CSS length.'),
        font: text('CSS font family.'),
        'font-size': text('CSS length.'),
        density: choice('How close things stand where there is a mouse. Default: comfortable.', 'comfortable', 'compact'),
        'offset-block': text('CSS length from the top or bottom of the window.'),
        'offset-inline': text('CSS length from the side of the window.'),
        'z-index': text('A whole number, as a text.'),
      },
      additionalProperties: false,
    },
    placement: choice('The corner.', 'bottom-end', 'bottom-start', 'top-end', 'top-start'),
    withoutLauncher: flag('No button of ours.', false),
    shortcut: {
      ...text('Opens and closes the panel: "Control+Shift+H". Never a key alone. Default: none.'),
      pattern: '^((Alt|Control|Meta)\\+)+(Shift\\+)?[^+]+$',
    },
    consent: choice('"required": nothing is kept on the device and nothing written is sent before `desk.consent(true)`.', 'not-required', 'required'),
  },
  additionalProperties: false,
  $defs: {
    ...formDefinitions,
    source: {
      type: 'object',
      description: 'What else it takes depends on the kind.',
      properties: { source: { enum: sourceNames } },
      required: ['source'],
    },
    article: {
      type: 'object',
      properties: { id: { type: 'string' }, title: { type: 'string' }, body: { type: 'string' }, format: { enum: ['markdown', 'html'] } },
      required: ['id', 'title', 'body', 'format'],
    },
  },
}
