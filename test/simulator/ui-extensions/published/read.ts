import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import type { Elements, Published } from './published.ts'

const PACKAGE = fileURLToPath(new URL('../../../../node_modules/@shopify/ui-extensions/build/ts/surfaces/', import.meta.url))

/** Target -> the surface that draws it; the simulator runs blocks there and nowhere else. */
const TARGETS = {
  'purchase.thank-you.block.render': 'checkout',
  'customer-account.order-status.block.render': 'customer-account',
  'admin.customer-details.block.render': 'admin',
} as const

/** What @shopify/ui-extensions declares for each target: the members of its API, and its elements with their properties and events. */
export function readPublished(): Published {
  const files = Object.entries(TARGETS).map(([target, surface]) => join(PACKAGE, surface, 'targets', `${target}.d.ts`))
  const program = ts.createProgram(files, {
    skipLibCheck: true,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  })
  const checker = program.getTypeChecker()
  return Object.fromEntries(
    Object.keys(TARGETS).map((target, index) => {
      const source = program.getSourceFile(files[index] as string)
      if (!source) throw new Error(`@shopify/ui-extensions has no target ${target}`)
      return [target, { api: membersOf(source, checker), elements: elementsOf(source, program, checker) }]
    }),
  )
}

function membersOf(source: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const api = source.statements.find((node): node is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(node) && node.name.text === 'Api')
  if (!api) throw new Error(`${source.fileName} declares no Api`)
  return names(checker.getTypeAtLocation(api.name))
}

function elementsOf(source: ts.SourceFile, program: ts.Program, checker: ts.TypeChecker): Elements {
  const imported = source.statements
    .filter(ts.isImportDeclaration)
    .map(({ moduleSpecifier }) => (ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : ''))
    .filter((path) => path.includes('/components/'))
  const found = imported.flatMap((path) => {
    const file = program.getSourceFile(join(dirname(source.fileName), path))
    const tag = file && tagOf(file)
    return tag ? [[tag, declared(file, checker)] as const] : []
  })
  return Object.fromEntries(found.sort(([one], [other]) => one.localeCompare(other)))
}

const tagOf = (file: ts.SourceFile): string | null => {
  for (const node of file.statements) {
    if (!ts.isVariableStatement(node)) continue
    const [first] = node.declarationList.declarations
    if (!first || !ts.isIdentifier(first.name) || first.name.text !== 'tagName') continue
    const literal = first.initializer ?? (first.type && ts.isLiteralTypeNode(first.type) ? first.type.literal : undefined)
    return literal && ts.isStringLiteral(literal) ? literal.text : null
  }
  return null
}

function declared(file: ts.SourceFile, checker: ts.TypeChecker): Elements[string] {
  // A file may repeat the interfaces of what the element contains, an icon's for one: its own carry its name.
  const component = basename(file.fileName, '.d.ts').toLowerCase()
  const interfaces = file.statements.filter(ts.isInterfaceDeclaration)
  const of = (ending: string) => {
    const found = interfaces.find(({ name: { text } }) => text.toLowerCase() === `${component}${ending.toLowerCase()}`)
    return found ? names(checker.getTypeAtLocation(found)) : []
  }
  // The admin's elements have one interface for both.
  const both = of('JSXProps')
  const isEvent = (name: string) => /^on[A-Z]/.test(name)
  return both.length > 0
    ? {
        props: both.filter((name) => !isEvent(name)),
        events: both.filter(isEvent).map((name) => name.slice(2).toLowerCase()),
      }
    : { props: of('ElementProps'), events: of('ElementEvents') }
}

const OF_PREACT = ['children', 'key', 'ref']

const names = (type: ts.Type): string[] =>
  type
    .getProperties()
    .map(({ name }) => name)
    .filter((name) => !OF_PREACT.includes(name))
    .sort()
