import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { now } from '#app/platform/clock.server.ts'
import { readJson } from '#app/platform/json.server.ts'
import type { Mapping } from '#app/reviews/import/format.ts'
import { ImportPage } from '#app/reviews/import/import-page.tsx'
import { asTold, discardImport, mayUndo, readImport, startImport, undoImport } from '#app/reviews/import/imports.server.ts'
import { moveAgain, readMoving } from '#app/reviews/import/move.server.ts'
import { previewImport } from '#app/reviews/import/report.server.ts'
import { ImportWish } from '#app/reviews/import/wish.ts'
import { words } from '#app/reviews/import/words.ts'
import type { DateOrder } from '#app/reviews/import/values.ts'
import { authenticate } from '#app/shopify.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const found = await readImport(shop, params['id'] ?? '')
  if (!found) throw data({ error: words.gone }, { status: 404 })
  const mapping = found.mapping as Mapping
  const dateOrder = found.dateOrder as DateOrder | null
  const preview = found.state === 'mapped' ? await previewImport(shop, found.id, mapping, dateOrder) : null
  const media = found.state === 'done' ? await readMoving(shop, found.id) : null
  const told = { ...asTold(found), mapping, dateOrder, mayUndo: mayUndo(found, now()) }
  return { told, preview, moving: media && media.total > 0 ? media : null }
}

const DO = {
  discard: discardImport,
  undo: undoImport,
  start: (shop: string, id: string, { mapping, dateOrder }: ImportWish) => startImport(shop, id, mapping, dateOrder),
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const wish = await readJson(request, ImportWish)
  const id = params['id'] ?? ''
  if (!(await readImport(shop, id))) throw data({ error: words.gone }, { status: 404 })
  if (wish.do === 'preview') return { preview: await previewImport(shop, id, wish.mapping, wish.dateOrder), problem: null }
  if (wish.do === 'move') {
    await moveAgain(shop, id)
    return { preview: null, problem: null }
  }
  const done = await DO[wish.do](shop, id, wish)
  if (done.ok && wish.do === 'discard') throw redirect('/reviews/import')
  return { preview: null, problem: done.ok ? null : words.refusedWish[done.because] }
}

export const clientAction = keepPage(words.discarded)

const EVERY = 1_500

export default function Import() {
  const { told, preview, moving: media } = useLoaderData<typeof loader>()
  const { submit, state, data } = useFetcher<typeof action>()
  const { revalidate } = useRevalidator()
  const moving = ['running', 'undoing', 'reading'].includes(told.state) || (media !== null && media.moved + media.failures < media.total)
  useEffect(() => {
    const timer = moving ? setInterval(revalidate, EVERY) : undefined
    return () => clearInterval(timer)
  }, [moving, revalidate])
  return (
    <ImportPage
      told={told}
      preview={data?.preview ?? preview}
      moving={media}
      busy={state !== 'idle'}
      problem={data?.problem ?? null}
      onWish={(wish) => submit(wish, { method: 'POST', encType: 'application/json' })}
    />
  )
}
