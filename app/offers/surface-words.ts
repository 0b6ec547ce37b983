import type { Shut, ShutPlace } from './shut.ts'
import type { Surface } from './surface.ts'

/** What the places are called where a shopper may meet an offer, in English. */
export const SURFACE_WORDS = {
  names: {
    'post-purchase': 'Page after payment',
    'thank-you': 'Thank-you page',
    'order-status': 'Order’s page',
    email: 'Message',
  } satisfies Record<Surface, string>,
  title: 'Where shoppers meet it',
  about: 'A place counts once it is switched on: the blocks under Settings, After the order, and messages under Automations.',
  means: {
    'post-purchase': 'Right after paying. One click adds it to the order that was just paid.',
    'thank-you': 'At the end of the checkout. A click leads to a second checkout, filled in already.',
    'order-status': 'When the shopper comes back to look at the order, as long as the offer stands.',
    email: 'By e-mail or text message, from the automation “Missed offer”.',
  } satisfies Record<Surface, string>,
  shut: {
    off: 'Switched off for this shop.',
    'not-placed': 'The block has never been seen on this page.',
  } satisfies Record<Shut, string>,
  open: { off: 'Switch it on', 'not-placed': 'Place the block' } satisfies Record<Shut, string>,
  openLabel: ({ surface, because }: ShutPlace): string => `${SURFACE_WORDS.open[because]}: ${SURFACE_WORDS.names[surface]}`,
  allShut: 'No shopper meets this offer: none of its places is open.',
  allShutShort: 'Shown nowhere: its places are not open',
  everywhere: 'everywhere',
  only: (places: string) => `Only: ${places}`,
} as const

/** As a list says it. */
export const sayPlaces = (places: readonly Surface[]): string => places.map((place) => SURFACE_WORDS.names[place]).join(', ')
