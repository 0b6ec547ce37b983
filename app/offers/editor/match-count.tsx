import { BlockStack, Button, InlineStack, ProgressBar, Text } from '@shopify/polaris'
import { useEffect, useRef, useState } from 'react'
import { useEditor } from './editor-state.tsx'
import { RULE_WORDS as words } from './rule-words.ts'
import type { Group } from '../rules/rules.ts'

/** One page of the count, and where the next begins. */
interface Page {
  orders: number
  matched: number
  total: number
  cursor: object | null
}
interface Count {
  state: 'counting' | 'counted' | 'left' | 'unfinished' | 'failed'
  looked: number
  matched: number
  total: number
  rules: string // that were counted
}

/** How many of the last 30 days' orders these conditions would have let through; it can be left at any moment. */
export function MatchCount() {
  const { candidate } = useEditor()
  const { count, start, stop } = useCount(candidate.rules)
  const stale = count !== null && count.rules !== JSON.stringify(candidate.rules)
  const counting = count?.state === 'counting'
  return (
    <BlockStack gap="200">
      <InlineStack gap="300" blockAlign="center">
        <Button onClick={start} disabled={counting}>
          {stale ? words.countAgain : words.count}
        </Button>
        {counting ? (
          <Button variant="plain" onClick={stop}>
            {words.stopCounting}
          </Button>
        ) : null}
      </InlineStack>
      {counting ? (
        <ProgressBar progress={percentOf(count.looked, count.total)} size="small" ariaLabelledBy="match-count" animated={false} />
      ) : null}
      <div aria-live="polite" id="match-count">
        {count ? (
          <Text as="p" tone={stale ? 'subdued' : 'base'}>
            {sayCount(count, stale)}
          </Text>
        ) : null}
      </div>
    </BlockStack>
  )
}

const percentOf = (part: number, whole: number): number => (whole > 0 ? Math.round((100 * part) / whole) : 0)

function sayCount({ state, looked, matched, total }: Count, stale: boolean): string {
  const [some, of] = [matched.toLocaleString('en'), (state === 'left' ? looked : total).toLocaleString('en')]
  switch (state) {
    case 'counting':
      return words.counting(looked.toLocaleString('en'), total.toLocaleString('en'))
    case 'unfinished':
      return words.countUnfinished
    case 'failed':
      return words.countFailed
    case 'left':
      return words.countLeft(some, of)
    case 'counted':
      if (total === 0) return words.noOrders
      return `${stale ? words.beforeChange : ''}${words.counted(some, of, percentOf(matched, total))}`
  }
}

function useCount(rules: Group) {
  const [count, setCount] = useState<Count | null>(null)
  const under = useRef<AbortController>()
  useEffect(() => () => under.current?.abort(), [])
  const start = async () => {
    const leave = (under.current = new AbortController())
    let now: Count = { state: 'counting', looked: 0, matched: 0, total: 0, rules: JSON.stringify(rules) }
    let cursor: object | null = null
    setCount(now)
    do {
      const page = await readPage(rules, cursor, leave.signal)
      if (leave.signal.aborted) return
      if (typeof page === 'string') return setCount({ ...now, state: page })
      cursor = page.cursor
      const [looked, matched] = [now.looked + page.orders, now.matched + page.matched]
      now = { ...now, looked, matched, total: page.total, state: cursor ? 'counting' : 'counted' }
      setCount(now)
    } while (cursor)
  }
  const stop = () => {
    under.current?.abort()
    setCount((before) => before && { ...before, state: 'left' })
  }
  return { count, start: () => void start(), stop }
}

async function readPage(rules: Group, cursor: object | null, signal: AbortSignal): Promise<Page | 'unfinished' | 'failed'> {
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ rules, cursor }), signal }
  const answer = await fetch('/matches', sent).catch(() => null)
  if (answer?.status === 422) return 'unfinished'
  return answer?.ok ? ((await answer.json()) as Page) : 'failed'
}
