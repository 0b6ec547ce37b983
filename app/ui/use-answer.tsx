import { useEffect, useState } from 'react'

const AGAIN = 5_000 // ms until a question is asked again that the server could not answer

interface Asked {
  body?: string // posted as JSON; without one the question is its address
  patience?: number // ms without a change before the server is asked
}

/**
 * What the server says to a question: the answer before stays until the next is there. By `fetch` and not by Remix, which takes what is
 * posted for a change and loads the page again, and shows an error instead of the page, with all that is typed in it, where none is answered.
 */
export function useAnswer<Answer>(url: string | null, { body, patience = 0 }: Asked = {}): { answer: Answer | undefined; asking: boolean } {
  const [told, setTold] = useState<{ question: string; answer: Answer }>()
  const question = `${url} ${body ?? ''}`
  useEffect(() => {
    if (url === null) return
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const askAgainIn = (wait: number) => (timer = setTimeout(() => void ask(), wait))
    const ask = async () => {
      const answered = await fetchAnswer<Answer>(url, body, leaving.signal)
      if (leaving.signal.aborted || answered === 'refused') return
      if (answered === 'unreachable') askAgainIn(AGAIN)
      else setTold({ question, answer: answered.answer })
    }
    askAgainIn(patience)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [url, body, patience, question])
  return { answer: told?.answer, asking: url !== null && told?.question !== question }
}

async function fetchAnswer<Answer>(url: string, body: string | undefined, signal: AbortSignal) {
  const posted = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  try {
    const response = await fetch(url, { ...posted, signal })
    if (response.ok) return { answer: (await response.json()) as Answer }
    return response.status < 500 ? 'refused' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}
