import { Button, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { words } from './words.ts'

/** Sends what the page shows to whom the merchant names. */
export function TestMail({ onSend }: { onSend: (to: string) => void }) {
  const [to, setTo] = useState('')
  return (
    <TextField
      label={words.testTo}
      type="email"
      autoComplete="email"
      value={to}
      onChange={setTo}
      connectedRight={
        <Button disabled={!to.includes('@')} onClick={() => onSend(to)}>
          {words.sendTest}
        </Button>
      }
    />
  )
}
