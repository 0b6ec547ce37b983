import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { readNames } from '#app/catalog/names.server.ts'
import { readJson } from '#app/platform/json.server.ts'
import { hasScopes } from '#app/shops/scopes.server.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { budgetSaid } from '#app/rewards/list/totals.ts'
import { readBudget } from '#app/rewards/list/list.server.ts'
import { ProgramPage } from '#app/rewards/editor/program-page.tsx'
import { words } from '#app/rewards/editor/words.ts'
import { allowCredit } from '#app/rewards/editor/allow-credit.ts'
import { CREDIT_SCOPES } from '#app/rewards/credit.ts'
import { DEFAULT_TERMS, pays, ProgramRequest } from '#app/rewards/program.ts'
import { readProgram, saveProgram } from '#app/rewards/programs.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const [program, known] = await Promise.all([readProgram(shop), readShop(shop)])
  const terms = program?.terms ?? DEFAULT_TERMS
  const ids = (kind: 'products' | 'collections') => (terms.buys.kind === kind ? terms.buys.ids : [])
  const named = await readNames(shop, { products: ids('products'), variants: [], collections: ids('collections') })
  const titles = Object.fromEntries(Object.entries({ ...named.products, ...named.collections }).map(([id, { title }]) => [id, title]))
  const currency = known?.currency ?? 'USD'
  const budget = program && (await readBudget(shop, program))
  return { program: { active: program?.active ?? true, terms }, isNew: !program, currency, titles, spent: budgetSaid(budget, currency) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const program = await readJson(request, ProgramRequest)
  const needed = pays(program.terms.values, 'store-credit') ? CREDIT_SCOPES : []
  if (!(await hasScopes(shop, needed))) return { version: null }
  return { version: (await saveProgram(shop, program)).version }
}

export const clientAction = keepPage()

export default function RewardProgram() {
  const page = useLoaderData<typeof loader>()
  const { submit, state, data: saved } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const save = async (program: ProgramRequest) => {
    if (pays(program.terms.values, 'store-credit') && !(await allowCredit(shopify)))
      return shopify.toast.show(words.creditDeclined, { isError: true })
    return submit(program, { method: 'POST', encType: 'application/json' })
  }
  useEffect(() => {
    if (saved?.version) shopify.toast.show(words.saved)
    else if (saved) shopify.toast.show(words.creditLacks, { isError: true })
  }, [saved, shopify])
  return <ProgramPage {...page} key={JSON.stringify(page.program)} saving={state !== 'idle'} onSave={(program) => void save(program)} />
}
