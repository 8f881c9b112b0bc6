import { code, page, table } from './markdown.ts'
import { shapesOf } from './members.ts'

/** The desk: its verbs first, then what they take and give. */
export function deskPage(): string {
  const shapes = ['src/desk/desk.ts', 'src/desk/state.ts', 'src/desk/view.ts'].flatMap(shapesOf)
  const desk = shapes.find(({ name }) => name === 'Desk')!
  return page(
    '# The desk',
    'One object holds the truth and all that can be done. `createDesk(settings)` makes one, without any effect before its first verb; the elements only show it. It needs no page, and also runs in a worker. [In an app](../in-an-app.md) shows it at work; [errors](../errors.md) lists what its verbs fail with.',
    '## Verbs',
    ...desk.members.map(({ name, type, method, doc }) => page(`### ${name}`, code(`${name}${method ? '' : ': '}${type}`), doc).trimEnd()),
    ...shapes.filter(({ name }) => name !== 'Desk').map(({ name, doc, type, members }) => page(
      `## ${name}`, doc, type && code(type),
      table(['name', 'type', ''], members.map(member => [code(`${member.name}${member.optional ? '?' : ''}`), code(member.type), member.doc])),
    ).trimEnd()),
  )
}
