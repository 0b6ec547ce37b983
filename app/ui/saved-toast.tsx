import { useSearchParams } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'

/** Says so once for each version saved, and after the redirect that follows a first save (`?saved=1`). */
export function useSavedToast(version: number | undefined): void {
  const shopify = useAppBridge()
  const [params, setParams] = useSearchParams()
  const created = params.has('saved')
  useEffect(() => {
    if (version !== undefined) shopify.toast.show('Offer saved')
  }, [version, shopify])
  useEffect(() => {
    if (!created) return
    shopify.toast.show('Offer saved')
    setParams({}, { replace: true, preventScrollReset: true })
  }, [created, setParams, shopify])
}
