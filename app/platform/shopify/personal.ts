import type { Person } from '../../values/person.ts'
import type { Tx } from '../db.server.ts'

/** What one part of Encore holds about a shopper. */
export interface PersonalRecords {
  collect(tx: Tx, person: Person): Promise<unknown>
  /** Answers how many rows it deleted or made anonymous. */
  redact(tx: Tx, person: Person): Promise<number>
}
