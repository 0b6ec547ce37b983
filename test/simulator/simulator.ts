import type { Clock } from './clock.ts'
import type { Configuration } from './configuration.ts'
import type { Faults } from './faults.ts'
import type { SimShop } from './model.ts'
import type { Settings } from './settings.ts'
import type { Store } from './store.ts'

/** What everything in the simulator is given. */
export interface Simulator {
  store: Store
  clock: Clock
  faults: Faults
  settings: Settings
  app: {
    clientId: string
    secret: string
    /** Where the app listens, e.g. http://127.0.0.1:3000. */
    url: string
  }
  /** What shopify.app.toml declares: scopes, webhook subscriptions, app proxy. */
  configuration: Configuration
  /** The port that browsers use: http://<shop handle>.localhost:<port>. */
  port: number
  announce: Announce
  /** Lets a duty of duties.ts happen at a time of the simulated clock; survives a restart. */
  at(duty: string, dueAt: Date, payload: unknown): Promise<void>
  log: (line: string) => void
}

/**
 * Says what happened in a shop: every subscription of the topic gets its webhook, with the payload as it is at this moment.
 * Nothing is sent for a shop without the app. Deliveries with one event id come from one deed of the merchant or shopper.
 * A builder is only called when somebody has subscribed.
 */
export type Announce = (
  shop: string | SimShop,
  topic: string,
  payload: object | ((shop: SimShop) => object | Promise<object>),
  options?: AnnounceOptions,
) => Promise<void>

export interface AnnounceOptions {
  eventId?: string
  /** app/uninstalled and the compliance topics go out when the app is already gone. */
  evenUninstalled?: boolean
}
