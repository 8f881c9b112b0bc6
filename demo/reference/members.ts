import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** One member of an interface, as its author wrote it down. */
export interface Member { name: string; type: string; optional: boolean; method: boolean; doc: string }
export interface Shape { name: string; doc: string; type?: string; members: Member[] }

const docOf = (node: ts.Node): string => {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  const text = docs.map(doc => doc.getText()).at(-1) ?? ''
  return text.replace(/^\/\*\*|\*\/$/g, '').replace(/^\s*\* ?/gm, '').replace(/\s+/g, ' ').replace(/@throws (?:\{\w+\} )?/g, 'Fails with ').replace(/@param (\w+)/g, '`$1`:').trim()
}

const flat = (text: string): string => text.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ').trim()

function memberOf(member: ts.TypeElement): Member {
  const name = flat(member.name?.getText() ?? '')
  const method = ts.isMethodSignature(member)
  const type = method
    ? flat(member.getText().slice(member.name.getText().length).replace(/^\??/, ''))
    : ts.isPropertySignature(member) ? flat(member.type?.getText() ?? 'unknown') : flat(member.getText())
  return { name: name || type, type: method ? type.slice(type.indexOf('(')) : type, optional: 'questionToken' in member && Boolean(member.questionToken), method, doc: docOf(member) }
}

/** The interfaces and types that a file exports, in its order, with what their comments say. */
export function shapesOf(path: string): Shape[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  return file.statements.flatMap((statement): Shape[] => {
    if (ts.isInterfaceDeclaration(statement) && isExported(statement)) {
      return [{ name: statement.name.text, doc: docOf(statement), members: statement.members.map(memberOf) }]
    }
    if (ts.isTypeAliasDeclaration(statement) && isExported(statement)) {
      return [{ name: statement.name.text, doc: docOf(statement), type: flat(statement.type.getText()).replace(/^\| /, ''), members: [] }]
    }
    return []
  })
}

const isExported = (node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
