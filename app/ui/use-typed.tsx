import { useEffect, useRef, useState } from 'react'

const PATIENCE = 300 // ms without a key before the list is asked

/** What she types, told once she pauses; what the address says meanwhile for another reason takes its place. */
export function useTyped(value: string, onTyped: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(value)
  const told = useRef(value)
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === told.current) return
    const timer = setTimeout(() => {
      told.current = wanted
      onTyped(wanted)
    }, PATIENCE)
    return () => clearTimeout(timer)
  }, [text, onTyped])
  return [text, setText]
}
