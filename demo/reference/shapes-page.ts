import { code, page, table } from './markdown.ts'
import { shapesOf, type Shape } from './members.ts'

const section = ({ name, doc, type, members }: Shape): string =>
  page(
    `## ${name}`, doc, type && code(type),
    table(['name', 'type', ''], members.map(({ name, type, optional, doc }) => [code(`${name}${optional ? '?' : ''}`), code(type), doc])),
  ).trimEnd()

/** Every shape of these files, in their order. */
export const shapesPage = (title: string, lead: string, files: readonly string[]): string =>
  page(`# ${title}`, lead, ...files.flatMap(shapesOf).map(section))
