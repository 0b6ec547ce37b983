import { CREDIT_SCOPES } from '../credit.ts'

interface Scopes {
  query(): Promise<{ granted: string[] }>
  request(scopes: string[]): Promise<{ result: string }>
}

/** Asks the merchant for what store credit takes, unless she has allowed it before. False: she would rather not. */
export async function allowCredit({ scopes }: { scopes: Scopes }): Promise<boolean> {
  const { granted } = await scopes.query()
  const missing = CREDIT_SCOPES.filter((scope) => !granted.includes(scope))
  return missing.length === 0 || (await scopes.request([...missing])).result === 'granted-all'
}
