import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wordsInHtml } from '../../src/core/articles/raw-html.ts'
import { fold } from '../../src/core/articles/terms.ts'

export interface Section { title: string; body: string }

// Manuals that Debian packs as HTML: somebody else's words, about things people really look up.
const manuals = ['libreoffice-help-en-us', 'postgresql-doc-15', 'python-django-doc', 'git-doc']

/** Sections of real documentation that is on any machine that can run this: npm's own docs, and the README files of what is installed. */
export function realSections(): Section[] {
  const npmRoot = execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim()
  const files = [...below(join(npmRoot, 'npm/docs/content'), /\.md$/), ...readmesIn('node_modules')]
  return files.flatMap(file => split(readFileSync(file, 'utf8')))
}

/**
 * Those, and before them the manuals' sections, as many as wanted; fewer where there is no Debian to fetch them from.
 * They are unpacked once, beside other things that may be thrown away.
 */
export function manySections(wanted: number): Section[] {
  const shelf = join(tmpdir(), 'earshot-manuals')
  const found = manuals.flatMap(name => unpacked(name, shelf)).flatMap(file => splitHtml(readFileSync(file, 'utf8')))
  // "Syntax" and "Example" are no titles of articles.
  const titles = new Map<string, Section>()
  for (const section of [...found, ...realSections()]) if (!titles.has(fold(section.title))) titles.set(fold(section.title), section)
  return spread([...titles.values()], wanted)
}

/** Every n-th, so that a small set is about as many things as a large one. */
function spread<T>(all: readonly T[], wanted: number): T[] {
  return all.length <= wanted ? [...all] : Array.from({ length: wanted }, (_, index) => all[Math.floor(index * all.length / wanted)]!)
}

function unpacked(name: string, shelf: string): string[] {
  const dir = join(shelf, name)
  try {
    if (!existsSync(dir)) {
      mkdirSync(shelf, { recursive: true })
      execFileSync('apt-get', ['download', name], { cwd: shelf, stdio: 'ignore', timeout: 120_000 })
      const file = readdirSync(shelf).find(each => each.startsWith(`${name}_`)) ?? ''
      execFileSync('dpkg-deb', ['-x', join(shelf, file), dir], { stdio: 'ignore' })
    }
    return below(dir, /\.html$/)
  } catch {
    return []
  }
}

function below(dir: string, name: RegExp): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(each => name.test(each)).sort().map(each => join(dir, each))
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

function splitHtml(html: string): Section[] {
  return html.split(/(?=<h[1-4]\b)/i).slice(1).flatMap(part => {
    const [, heading = '', rest = ''] = /^<h[1-4]\b[^>]*>([^]*?)<\/h[1-4]>([^]*)$/i.exec(part) ?? []
    const [title, body] = [wordsInHtml(heading).replace(/^[\d.A-Z]{2,}\s+|[#¶]/g, '').trim(), wordsInHtml(rest)]
    return title && body.length >= 200 ? [{ title, body }] : []
  })
}
