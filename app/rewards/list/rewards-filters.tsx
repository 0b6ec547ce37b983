import { InlineStack, Select, TextField } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import { words } from '../editor/words.ts'
import { SHOWN, type Listed, type Shown } from './rows.ts'

const PATIENCE = 300 // ms without a key before the list is asked

const NAMES: Record<Shown, string> = {
  all: words.everyState,
  open: words.states.issued,
  redeemed: words.states.redeemed,
  waiting: words.states.issuing,
  'not-given': words.states.refused,
}

/** Which rewards are listed: a shopper who lost her code names herself, her order or what she remembers of the code. */
export function RewardsFilters({ listed, onGo }: { listed: Listed; onGo: (to: Partial<Listed>) => void }) {
  const [text, setText] = useState(listed.search)
  useEffect(() => {
    if (text.trim() === listed.search) return
    const timer = setTimeout(() => onGo({ search: text.trim(), page: 1 }), PATIENCE)
    return () => clearTimeout(timer)
  }, [text, listed.search, onGo])
  return (
    <div className="toolbar">
      <InlineStack gap="200" blockAlign="center">
        <div className="twice">
          <TextField
            label={words.search}
            labelHidden
            placeholder={words.search}
            type="search"
            autoComplete="off"
            value={text}
            onChange={setText}
            clearButton
            onClearButtonClick={() => setText('')}
          />
        </div>
        <Select
          label={words.filter}
          labelInline
          options={SHOWN.map((value) => ({ value, label: NAMES[value] }))}
          value={listed.shown}
          onChange={(value) => onGo({ shown: value as Shown, page: 1 })}
        />
      </InlineStack>
    </div>
  )
}
