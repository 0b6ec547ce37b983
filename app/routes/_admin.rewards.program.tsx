import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { readNames } from '#app/catalog/names.server.ts'
import { answerSave, readSave } from '#app/platform/json.server.ts'
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
import { markOfProgram, readProgram, saveProgram } from '#app/rewards/programs.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useHeld } from '#app/ui/use-held.tsx'
import { ok, refuse } from '#app/values/outcome.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const [program, known] = await Promise.all([readProgram(shop), readShop(shop)])
  const terms = program?.terms ?? DEFAULT_TERMS
  const ids = (kind: 'products' | 'collections') => (terms.buys.kind === kind ? terms.buys.ids : [])
  const named = await readNames(shop, { products: ids('products'), variants: [], collections: ids('collections') })
  const titles = Object.fromEntries(Object.entries({ ...named.products, ...named.collections }).map(([id, { title }]) => [id, title]))
  const currency = known?.currency ?? 'USD'
  const budget = program && (await readBudget(shop, program))
  return {
    program: { active: program?.active ?? true, terms },
    opened: markOfProgram(program),
    isNew: !program,
    currency,
    titles,
    spent: budgetSaid(budget, currency),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const { form, opened } = await readSave(request, ProgramRequest)
  const needed = pays(form.terms.values, 'store-credit') ? CREDIT_SCOPES : []
  if (!(await hasScopes(shop, needed))) return answerSave(refuse('credit-lacks'))
  const saved = await saveProgram(shop, form, opened)
  return answerSave(saved.ok ? ok(markOfProgram(saved.value)) : saved)
}

export const clientAction = keepPage()

export default function RewardProgram() {
  const { program, opened: mark, ...page } = useLoaderData<typeof loader>()
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const { shown, opened, conflict } = useHeld({ program, opened: mark }, answer)
  const save = async (form: ProgramRequest) => {
    if (pays(form.terms.values, 'store-credit') && !(await allowCredit(shopify)))
      return shopify.toast.show(words.creditDeclined, { isError: true })
    return submit({ form, opened: opened() }, { method: 'POST', encType: 'application/json' })
  }
  useEffect(() => {
    if (answer?.opened) shopify.toast.show(words.saved)
    else if (answer?.because === 'credit-lacks') shopify.toast.show(words.creditLacks, { isError: true })
  }, [answer, shopify])
  return (
    <ProgramPage
      {...page}
      key={shown.opened}
      program={shown.program}
      conflict={conflict}
      saving={state !== 'idle'}
      onSave={(form) => void save(form)}
    />
  )
}
