import { createRemoteReceiver, type RemoteReceiver } from '@remote-ui/core'
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc'
import { useEffect, useState } from 'react'
import type { OfferView } from '../contract.ts'
import { pretendCalculation, type AskedChange, type PretendPrices } from './calculate.ts'
import type { Sandbox } from './sandbox.worker.ts'

export interface Preview {
  offer: OfferView
  prices: PretendPrices
  locale: string
}
export type Run = { state: 'loading' } | { state: 'shown' | 'done'; receiver: RemoteReceiver } | { state: 'failed'; receiver: null }

const BUNDLE = '/preview/extension.js'
const PAID = 9_900 // what the pretended first order came to

/** Runs the bundle that Shopify runs, in a worker of its own, anew for each preview. */
export function useExtension(preview: Preview): Run {
  const [run, setRun] = useState<Run>({ state: 'loading' })
  useEffect(() => {
    const worker = new Worker(new URL('./sandbox.worker.ts', import.meta.url), { type: 'module' })
    const { call } = createEndpoint<Sandbox>(fromWebWorker(worker), { callable: ['load', 'show'] })
    const receiver = createRemoteReceiver()
    let left = false
    const become = (next: Run) => void (left || setRun(next))
    const done = async () => become({ state: 'done', receiver })
    receiver.on('mount', () => become({ state: 'shown', receiver }))
    const fail = () => become({ state: 'failed', receiver: null })
    worker.addEventListener('error', fail)
    call
      .load(new URL(BUNDLE, location.href).href)
      .then(() => call.show(receiver.receive, givenFor(preview), { ...callsFor(preview.prices), done }))
      .then((shown) => void (shown || fail()), fail)
    return () => {
      left = true
      worker.terminate()
    }
  }, [preview])
  return run
}

function givenFor({ offer, locale, prices: { currency } }: Preview) {
  const { totalPriceSet } = pretendCalculation([{ type: 'add_variant', variantId: 1 }], {
    currency,
    tax: null,
    plans: {},
    variants: { 1: PAID },
  })
  const lineItems = [
    { product: { id: 1, title: '', variant: { id: 1, title: '', metafields: [] }, metafields: [] }, quantity: 1, totalPriceSet },
  ]
  return { offer, locale, purchase: { referenceId: 'preview', totalPriceSet, lineItems } }
}

const AT_MOST = 3 // accepted changesets a checkout

function callsFor(prices: PretendPrices) {
  let left = AT_MOST
  return {
    calculateChangeset: async (changeset: unknown) => {
      const { changes = [] } = changeset as { changes?: AskedChange[] }
      return { status: 'processed', errors: [], calculatedPurchase: pretendCalculation(changes, prices) }
    },
    applyChangeset: async () => ({ status: 'processed', errors: [], changesetApplicationsRemaining: (left -= 1) }),
  }
}
