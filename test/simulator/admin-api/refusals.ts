import { GraphQLError } from 'graphql'

/** Something that Shopify has and the simulator has not: the whole call is answered with 501, never with a null. */
export class NotModelled extends Error {
  override name = 'NotModelled'
}

export function denied(field: string, words: string): GraphQLError {
  return new GraphQLError(`Access denied for ${field} field. Required access: ${words}`, {
    extensions: { code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes', requiredAccess: words },
  })
}

export function guarded(type: string, field: string): GraphQLError {
  return new GraphQLError(
    `This app is not approved to use the ${field} field of the ${type} object. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
    { extensions: { code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/docs/apps/launch/protected-customer-data' } },
  )
}

/** More entries than an argument takes. */
export function tooMany(count: number, most: number): GraphQLError {
  return new GraphQLError(`The input array size of ${count} is greater than the maximum allowed of ${most}.`, {
    extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
  })
}

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })
}
