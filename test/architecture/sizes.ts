import { basename } from 'node:path'
import ts from 'typescript'
import { each, linesOf, type Source } from './sources.ts'

export const LIMITS = { file: 250, function: 50, loader: 25, component: 80 }
const WORDS = new Set(['utils', 'util', 'helper', 'helpers', 'misc', 'common', 'service', 'manager', 'handler', 'data', 'info', 'process'])

export function oversizes(source: Source): string[] {
  const lines = source.tree.getLineAndCharacterOfPosition(source.tree.getEnd()).line + 1
  const long = lines > LIMITS.file + 1 ? [`${source.path} has ${lines - 1} lines, at most ${LIMITS.file}`] : []
  if (/\.test\.tsx?$/.test(source.path)) return long
  each(source.tree, (node) => {
    if (!isFunction(node)) return
    const [kind, limit] = limitOf(node, source.path)
    const length = linesOf(node, source.tree)
    if (length > limit) long.push(`${source.path}: ${nameOf(node)} has ${length} lines, a ${kind} at most ${limit}`)
  })
  return long
}

export function badNames(path: string): string[] {
  const words = basename(path).split(/[-._$]/)
  return words.filter((word) => WORDS.has(word.toLowerCase())).map((word) => `${path}: "${word}" says nothing, see the glossary`)
}

type Func = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration

const isFunction = (node: ts.Node): node is Func =>
  ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node) || ts.isMethodDeclaration(node)

function limitOf(node: Func, path: string): [string, number] {
  const name = nameOf(node)
  if (path.startsWith('app/routes/') && (name === 'loader' || name === 'action')) return ['loader or action', LIMITS.loader]
  if (path.endsWith('.tsx') && /^[A-Z]/.test(name)) return ['component', LIMITS.component]
  return ['function', LIMITS.function]
}

function nameOf(node: Func): string {
  if (node.name) return node.name.getText()
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'a function'
}
