import { useSearchParams } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { words } from './words.ts'

/** Says so once for each version saved, and after the redirect that follows a first save (`?saved=1`). */
export function useSavedToast(version: number | undefined): void {
  const shopify = useAppBridge()
  const [params, setParams] = useSearchParams()
  const created = params.has('saved')
  useEffect(() => {
    if (version !== undefined) shopify.toast.show(words.offerSaved)
  }, [version, shopify])
  useEffect(() => {
    if (!created) return
    shopify.toast.show(words.offerSaved)
    setParams({}, { replace: true, preventScrollReset: true })
  }, [created, setParams, shopify])
}
