import ts from 'typescript'
import { placeOf } from './layers.ts'
import { each, importsOf, type Source } from './sources.ts'

const FORBIDDEN_NAMES = new Set(['fetch', 'process', 'setTimeout', 'setInterval', 'XMLHttpRequest', 'localStorage'])
const FORBIDDEN_MEMBERS = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'DateTime.now',
  'DateTime.utc',
  'DateTime.local',
])

/** `x.ts` decides: time, chance, identity and the outside come in as arguments. */
export function impurities(source: Source): string[] {
  if (!mustBePure(source.path)) return []
  const found: string[] = []
  each(source.tree, (node) => {
    const name = impurity(node)
    if (name) found.push(`${source.path} uses ${name}: it must come in as an argument`)
  })
  const builtIns = importsOf(source).filter(({ target, typeOnly }) => target.startsWith('node:') && !typeOnly)
  return [...found, ...builtIns.map(({ target }) => `${source.path} imports ${target}: only .server files touch the machine`)]
}

function mustBePure(path: string): boolean {
  const { layer } = placeOf(path)
  return layer === 'values' || layer === 'decision' || (layer === 'platform' && !/\.server\.ts$/.test(path))
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) return 'new Date()'
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date()'
  if (ts.isPropertyAccessExpression(node) && FORBIDDEN_MEMBERS.has(node.getText())) return takesArguments(node) ? undefined : node.getText()
  if (ts.isIdentifier(node) && FORBIDDEN_NAMES.has(node.text) && isUse(node)) return node.text
  return undefined
}

const isNamed = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name

/** `DateTime.utc(2026, 1, 1)` is a date that was given; `DateTime.utc()` is now. */
const takesArguments = (node: ts.PropertyAccessExpression) =>
  /^DateTime\.(utc|local)$/.test(node.getText()) &&
  ts.isCallExpression(node.parent) &&
  node.parent.arguments.some((argument) => !ts.isObjectLiteralExpression(argument))

/** Not a property, key, type or parameter that merely has the name. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent) || ts.isElementAccessExpression(parent)) return true
  return ts.isVariableDeclaration(parent) && parent.initializer === node
}
