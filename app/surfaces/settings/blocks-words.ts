import type { BlockSurface } from '../contract.ts'

/** What the page about the blocks on Shopify's later pages says, in English. */
export const BLOCKS_WORDS = {
  title: 'After the order',
  settings: 'Settings',
  places: 'Where shoppers meet offers',
  placesAbout:
    'Shopify shows the page after payment to some orders only: not to most wallets, instalments or foreign currencies. These blocks reach the others, with the same offers. Nobody is offered the same thing twice.',
  surface: {
    'thank-you': { name: 'Thank-you page', about: 'Right after the purchase.' },
    'order-status': {
      name: 'Order’s page',
      about: 'Where the shopper follows the order. It also asks for a review when the parcel has arrived, and shows unused codes.',
    },
  } satisfies Record<BlockSurface, { name: string; about: string }>,
  placed: 'Placed',
  placedWhen: (when: string) => `Last seen ${when}`,
  notPlaced: 'Not placed',
  place: 'Place it in the editor',
  change: 'Open in the editor',
  placeLabel: (button: string, name: string) => `${button}: ${name}`,
  offers: (name: string) => `Show offers on the ${name.toLowerCase()}`,
  terms: 'How it is sold',
  termsAbout:
    'The shopper goes to a second checkout, filled in already, with a code that works once. The order that comes of it names the first one.',
  hours: 'How long the offer stands',
  hoursUnit: 'hours',
  hoursHelp: 'Counted from the purchase. Price and stock are read again when the shopper takes it.',
  hoursWrong: 'Enter a whole number of hours from 1 to 720',
  together: 'Ship together: delivery costs nothing more',
  togetherHelp:
    'As long as no parcel of the first order has left. The second order carries “Ship together with” and the first one’s number; to send both in one parcel is up to you. The same choice holds for what your automations offer.',
  looks: 'How it looks',
  looksAbout:
    'The block’s own program draws this. Its colors, fonts and corners come from your checkout’s branding: Shopify lets no app bring an accent color of its own to these pages, so there is none to choose here.',
  saved: 'Settings saved',
}
