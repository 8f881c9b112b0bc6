import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Section { title: string; body: string }

/** Sections of real documentation that is on any machine that can run this: npm's own docs, and the README files of what is installed. */
export function realSections(): Section[] {
  const npmRoot = execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim()
  const files = [...markdownBelow(join(npmRoot, 'npm/docs/content')), ...readmesIn('node_modules')]
  return files.flatMap(file => split(readFileSync(file, 'utf8')))
}

function markdownBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md')).sort().map(name => join(dir, name))
}

function readmesIn(dir: string): string[] {
  return readdirSync(dir).filter(name => !name.startsWith('.')).sort().flatMap(name => {
    const packages = name.startsWith('@') ? readdirSync(join(dir, name)).map(inner => join(dir, name, inner)) : [join(dir, name)]
    return packages.map(each => join(each, 'README.md')).filter(file => statSync(file, { throwIfNoEntry: false })?.isFile())
  })
}

/** A section per heading; those with next to nothing below it are left out. */
function split(text: string): Section[] {
  return text.replace(/^---\n[^]*?\n---\n/, '').split(/^(?=#{1,4} )/m).flatMap(part => {
    const [, title = '', body = ''] = /^#{1,4} +([^\n]+)\n([^]*)$/.exec(part) ?? []
    return body.trim().length >= 200 ? [{ title: title.replace(/[`*_#]/g, '').trim(), body }] : []
  })
}
