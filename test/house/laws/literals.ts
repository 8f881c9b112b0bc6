import ts from 'typescript'
import { parse, place, walk, type Sources } from './sources.ts'
import { mark, templatesOf, visitNodes, type Template } from './templates.ts'

const letters = /\p{L}/u

/** Attributes and, without the dash, properties that a customer reads or hears. */
const readable = new Set([
  'aria-label', 'aria-description', 'aria-roledescription', 'aria-placeholder', 'aria-valuetext', 'alt', 'label', 'placeholder', 'title',
  'arialabel', 'ariadescription', 'ariaroledescription', 'ariaplaceholder', 'ariavaluetext', 'textcontent', 'innertext',
])

/** The string literals an expression can answer with. Arguments of calls are keys, not words; nested templates are checked themselves. */
function literalsIn(node: ts.Expression): ts.Node[] {
  if (ts.isStringLiteralLike(node)) return letters.test(node.text) ? [node] : []
  if (ts.isTemplateExpression(node)) {
    const spoken = [node.head, ...node.templateSpans.map(span => span.literal)].filter(part => letters.test(part.text))
    return [...spoken, ...node.templateSpans.flatMap(span => literalsIn(span.expression))]
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node)) return literalsIn(node.expression)
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)]
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(literalsIn)
  if (ts.isBinaryExpression(node)) {
    const both = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]
    if (both.includes(node.operatorToken.kind)) return [...literalsIn(node.left), ...literalsIn(node.right)]
    return node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? literalsIn(node.right) : []
  }
  return []
}

/** Checks a text of a template: its own letters, and those of the expressions in it. */
function spokenIn(text: string, { place: where, expressions }: Template, what: string): string[] {
  const own = text.replace(mark, '').trim()
  const bound = [...text.matchAll(mark)].flatMap(([, index]) => literalsIn(expressions[Number(index)]!))
  return [
    ...(letters.test(own) ? [`${where}: ${what} “${own}” is not from locale/`] : []),
    ...bound.map(node => `${place(node)}: ${what} ${node.getText()} is not from locale/`),
  ]
}

function templateViolations(template: Template): string[] {
  const violations: string[] = []
  visitNodes(template.nodes, node => {
    if (node.nodeName === '#text' && 'value' in node) violations.push(...spokenIn(node.value, template, 'the text'))
    if (!('attrs' in node)) return
    for (const { name, value } of node.attrs) {
      if (readable.has(name.replace(/^[.?]/, ''))) violations.push(...spokenIn(value, template, `the ${name}`))
    }
  })
  return violations
}

/** `element.title = 'Close'` and `element.setAttribute('title', 'Close')`, outside of templates. */
function assignmentViolations(path: string, text: string): string[] {
  const violations: string[] = []
  walk(parse(path, text), node => {
    let name: string | undefined
    let value: ts.Expression | undefined
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left)) {
      name = node.left.name.text.toLowerCase()
      value = node.right
    } else if (ts.isCallExpression(node) && /\.setAttribute$/.test(node.expression.getText()) && node.arguments[0]) {
      name = ts.isStringLiteralLike(node.arguments[0]) ? node.arguments[0].text : undefined
      value = node.arguments[1]
    } else if (ts.isCallExpression(node) && /\.announce$/.test(node.expression.getText())) {
      name = 'textcontent'
      value = node.arguments[0]
    }
    if (!name || !value || !readable.has(name)) return
    violations.push(...literalsIn(value).map(literal => `${place(literal)}: ${literal.getText()} is not from locale/`))
  })
  return violations
}

/** Words a customer could read that stand in an element instead of in `locale/`. */
export const literalViolations = (sources: Sources): string[] => [
  ...templatesOf(sources).flatMap(templateViolations),
  ...[...sources].flatMap(([path, text]) => assignmentViolations(path, text)),
]
