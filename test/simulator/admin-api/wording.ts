import type { GraphQLError } from 'graphql'

interface Spoken {
  message: string
  locations?: unknown
  path?: unknown
  extensions: Record<string, unknown>
}

type Rule = [pattern: RegExp, say: (match: RegExpExecArray) => { message: string; extensions: Record<string, unknown> }]

/** graphql-js finds the fault; Shopify (graphql-ruby) words it. Faults without a line here keep graphql-js's words. */
const RULES: Rule[] = [
  [
    /^Cannot query field "(\w+)" on type "(\w+)"/,
    ([, field, type]) => ({
      message: `Field '${field}' doesn't exist on type '${type}'`,
      extensions: { code: 'undefinedField', typeName: type, fieldName: field },
    }),
  ],
  [
    /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/,
    ([, argument, type, field]) => ({
      message: `Field '${field}' doesn't accept argument '${argument}'`,
      extensions: { code: 'argumentNotAccepted', name: field, typeName: type, argumentName: argument },
    }),
  ],
  [
    /^Field "(\w+)" argument "(\w+)" of type .* is required/,
    ([, field, argument]) => ({
      message: `Field '${field}' is missing required arguments: ${argument}`,
      extensions: { code: 'missingRequiredArguments', className: 'Field', name: field, arguments: argument },
    }),
  ],
  [
    /^Field "(\w+)" of type "(.+)" must have a selection of subfields/,
    ([, field, type]) => ({
      message: `Field must have selections (field '${field}' returns ${type?.replace(/[[\]!]/g, '')} but has no selections. Did you mean '${field} { ... }'?)`,
      extensions: { code: 'selectionMismatch', nodeName: `field '${field}'`, typeName: type },
    }),
  ],
  [
    /^Variable "\$(\w+)" is never used/,
    ([, name]) => ({
      message: `Variable $${name} is declared by anonymous query but not used`,
      extensions: { code: 'variableNotUsed', variableName: name },
    }),
  ],
]

export function inShopifysWords(error: GraphQLError): Spoken {
  for (const [pattern, say] of RULES) {
    const match = pattern.exec(error.message)
    if (match) return { ...say(match), locations: error.locations }
  }
  return { message: error.message, locations: error.locations, extensions: { code: 'invalid', ...error.extensions } }
}

export function invalidVariable(error: GraphQLError): Spoken {
  return {
    message: error.message,
    locations: error.locations,
    extensions: { code: 'INVALID_VARIABLE', problems: [{ path: [], explanation: error.message }] },
  }
}
