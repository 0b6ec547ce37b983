import { isRouteErrorResponse, type ClientActionFunctionArgs, type ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { words } from './words.ts'

const LONG_ENOUGH_TO_READ = 10_000 // ms

/**
 * A route's `clientAction`, so that a change which failed leaves the page with all that is typed in it: Remix would show an error
 * instead of it. `created` is said when the change leads to another page, which loses what this one would have said.
 */
export const keepPage =
  (created?: string) =>
  async ({ request, serverAction }: Pick<ClientActionFunctionArgs, 'request' | 'serverAction'>): Promise<unknown> => {
    try {
      return await serverAction()
    } catch (failure) {
      // A second click takes its place: what came of it is said there.
      if (request.signal.aborted) throw failure
      if (failure instanceof Response) {
        if (created) window.shopify.toast.show(created)
        throw failure
      }
      // Text is Shopify's: a page that fetches a fresh session.
      if (isRouteErrorResponse(failure) && typeof failure.data === 'string') throw failure
      window.shopify.toast.show(sayingOf(failure), { isError: true, duration: LONG_ENOUGH_TO_READ })
      // By its status Remix knows that nothing changed, so nothing is loaded again where nothing may be reached.
      return Response.json(null, { status: 503 })
    }
  }

/** Our own refusals say what is wrong; of anything else it is not known whether it was done. */
function sayingOf(failure: unknown): string {
  const told: unknown = isRouteErrorResponse(failure) ? (failure.data as { error?: unknown } | null)?.error : null
  return typeof told === 'string' ? told : words.notDone
}

/** A page's `shouldRevalidate`: what was refused changed nothing, and a newer version of the same would take the place of what is typed. */
export const unlessRefused = ({
  actionResult,
  actionStatus = 200,
  defaultShouldRevalidate,
}: Pick<ShouldRevalidateFunctionArgs, 'actionResult' | 'actionStatus' | 'defaultShouldRevalidate'>): boolean => {
  const refused = actionStatus >= 400 || (typeof actionResult === 'object' && actionResult !== null && 'because' in actionResult)
  return !refused && defaultShouldRevalidate
}
