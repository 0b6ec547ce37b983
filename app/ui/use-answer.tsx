import { useCallback, useEffect, useState } from 'react'

const AGAIN = 5_000 // ms until a question is asked again that the server could not answer

interface Asked {
  body?: string // posted as JSON; without one the question is its address
  patience?: number // ms without a change before the server is asked
}

/** `refused`: asked the same, the server will say the same; `unreachable`: it is asked again by itself. */
type Because = 'refused' | 'unreachable'

export interface Question<Answer> {
  /** The one before stays until the next is there. */
  answer: Answer | undefined
  asking: boolean
  unanswered: Because | null
  /** Asks once more, at once. */
  again: () => void
}

/**
 * What the server says to a question. By `fetch` and not by Remix, which takes what is posted for a change and loads the page again, and
 * shows an error instead of the page, with all that is typed in it, where none is answered.
 */
export function useAnswer<Answer>(url: string | null, { body, patience = 0 }: Asked = {}): Question<Answer> {
  const [told, setTold] = useState<{ asked: string; answer: Answer }>()
  const [stuck, setStuck] = useState<{ question: string; asked: string; because: Because }>()
  const [turn, setTurn] = useState(0)
  const question = `${url} ${body ?? ''}`
  const asked = `${turn} ${question}`
  useEffect(() => {
    if (url === null) return
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const askIn = (wait: number) => (timer = setTimeout(() => void ask(), wait))
    const ask = async () => {
      const answered = await fetchAnswer<Answer>(url, body, leaving.signal)
      if (leaving.signal.aborted) return
      if (typeof answered !== 'string') {
        setTold({ asked, answer: answered.answer })
        return setStuck(undefined)
      }
      setStuck({ question, asked, because: answered })
      if (answered === 'unreachable') askIn(AGAIN)
    }
    askIn(patience)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [url, body, patience, question, asked])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  const isRefused = stuck?.asked === asked && stuck.because === 'refused'
  return {
    answer: told?.answer,
    asking: url !== null && told?.asked !== asked && !isRefused,
    unanswered: url !== null && stuck?.question === question ? stuck.because : null,
    again,
  }
}

async function fetchAnswer<Answer>(url: string, body: string | undefined, signal: AbortSignal): Promise<{ answer: Answer } | Because> {
  const posted = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  try {
    const response = await fetch(url, { ...posted, signal })
    if (response.ok) return { answer: (await response.json()) as Answer }
    return response.status < 500 ? 'refused' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}
