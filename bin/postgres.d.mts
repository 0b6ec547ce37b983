import type { Client } from 'pg'

export type HeldPostgres = { url: string; databaseUrl(name: string): string; folder: string; release(): Promise<void> }
export function holdPostgres(options?: { root?: string; say?: (line: string) => void }): Promise<HeldPostgres>
export function createDatabase(url: string, name: string, template?: string): Promise<void>
export function dropDatabase(url: string, name: string): Promise<void>
export function ensureDatabase(url: string, name: string): Promise<boolean>
export function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T>
export function freePort(): Promise<number>
