/** Settles with the promise, or with undefined once the limit has passed; a rejection counts as no answer. */
export function within<T>(promise: Promise<T>, limitMs: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), limitMs)
    const settle = (value?: T) => {
      clearTimeout(timer)
      resolve(value)
    }
    promise.then(settle, () => settle())
  })
}

export type Reply<T> = { status: number; body: Partial<T> }

/** Text in the body and no own header: a request that needs no preflight. Undefined is silence: too late, unreachable or not JSON. */
export function ask<T>(url: string, body: unknown, limitMs: number): Promise<Reply<T> | undefined> {
  // The sandbox promises neither AbortController nor a synchronous failure as a rejection.
  const request = Promise.resolve().then(() =>
    fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'text/plain' }, keepalive: true }),
  )
  const reply = request.then((response) =>
    response.json().then((answer) => ({ status: response.status, body: Object(answer) as Partial<T> })),
  )
  return within(reply, limitMs)
}
