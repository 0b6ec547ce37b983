/** What Shopify is asked while a shopper waits: after the limit she goes on without it. The question itself goes on, and its answer is kept. */
export async function inTime<Answer>(question: Promise<Answer>, limitMs: number): Promise<Answer | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, limitMs, 'late')))
  try {
    return await Promise.race([question, limit])
  } finally {
    clearTimeout(timer)
  }
}
