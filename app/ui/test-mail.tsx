import { Button, TextField } from '@shopify/polaris'
import { useRef, useState } from 'react'
import { useKey } from './use-key.tsx'
import { words } from './words.ts'

const DOUBLE_CLICK_MS = 600 // The answer may come between its two clicks, and with it another key.

interface TestMailProps {
  /** What came of the page's last wish. */
  done: unknown
  onSend: (asked: { to: string; key: string }) => void
}

/** Sends what the page shows to whom the merchant names. */
export function TestMail({ done, onSend }: TestMailProps) {
  const [to, setTo] = useState('')
  const key = useKey(done)
  const pressed = useRef(-Infinity)
  const send = () => {
    const before = pressed.current
    pressed.current = performance.now()
    if (pressed.current - before > DOUBLE_CLICK_MS) onSend({ to, key })
  }
  return (
    <TextField
      label={words.testTo}
      type="email"
      autoComplete="email"
      value={to}
      onChange={setTo}
      connectedRight={
        <Button disabled={!to.includes('@')} onClick={send}>
          {words.sendTest}
        </Button>
      }
    />
  )
}
