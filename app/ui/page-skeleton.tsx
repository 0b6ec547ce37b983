import { useLocation, useNavigation } from '@remix-run/react'
import { BlockStack, Card, SkeletonBodyText, SkeletonDisplayText, SkeletonPage } from '@shopify/polaris'
import { useEffect, useState, type ReactNode } from 'react'

const PATIENCE = 300 // ms: a page that comes sooner would only flicker

/** The page that is there until the next one comes; its outline when that takes long. */
export function OrSkeleton({ children }: { children: ReactNode }) {
  const { state, location: next } = useNavigation()
  const { pathname } = useLocation()
  const leaving = state === 'loading' && next.pathname !== pathname
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = leaving ? setTimeout(setSlow, PATIENCE, true) : undefined
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [leaving])
  return slow ? <Outline /> : children
}

const Outline = () => (
  <SkeletonPage primaryAction>
    <BlockStack gap="400">
      {[4, 6, 3].map((lines) => (
        <Card key={lines}>
          <BlockStack gap="400">
            <SkeletonDisplayText size="small" />
            <SkeletonBodyText lines={lines} />
          </BlockStack>
        </Card>
      ))}
    </BlockStack>
  </SkeletonPage>
)
