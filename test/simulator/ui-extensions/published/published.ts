import found from './published.json' with { type: 'json' }

export type Elements = Record<string, { props: string[]; events: string[] }>

/** Target -> what Shopify's package declares for it. */
export type Published = Record<string, { api: string[]; elements: Elements }>

/** As `node test/simulator/ui-extensions/published/write.ts` has read it from the package; a test holds the two together. */
export const PUBLISHED: Published = found
