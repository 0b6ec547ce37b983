import { Button, InlineError, InlineStack, Select, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { PRESETS, type Period } from './period.ts'
import { words } from './words.ts'

const { period: say } = words
const CUSTOM = 'custom'
const OPTIONS = [
  ...PRESETS.map((value) => ({ value: value as string, label: say.presets[value] as string })),
  { value: CUSTOM, label: say.custom },
]

interface PickerProps {
  period: Period
  onPeriod: (asked: Record<string, string>) => void
}

/** A preset applies at once; days of one's own when both are there. */
export function PeriodPicker({ period, onPeriod }: PickerProps) {
  const [choice, setChoice] = useState<string>(period.preset)
  const [from, setFrom] = useState(period.from)
  const [to, setTo] = useState(period.to)
  const choose = (value: string) => {
    setChoice(value)
    if (value !== CUSTOM) onPeriod({ period: value })
  }
  const wrong = !from || !to || from > to
  return (
    <InlineStack gap="300" blockAlign="end">
      <Select label={say.label} options={OPTIONS} value={choice} onChange={choose} />
      {choice === CUSTOM ? (
        <>
          <TextField id="period-from" label={say.from} type="date" autoComplete="off" value={from} onChange={setFrom} />
          <TextField id="period-to" label={say.to} type="date" autoComplete="off" value={to} onChange={setTo} />
          <Button disabled={wrong} onClick={() => onPeriod({ from, to })}>
            {say.apply}
          </Button>
          {wrong ? <InlineError message={say.wrong} fieldID="period-from" /> : null}
        </>
      ) : null}
    </InlineStack>
  )
}
