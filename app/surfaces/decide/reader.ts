/** A part of a document that is not what it should be, by its path. */
export class Malformed extends Error {
  override name = 'Malformed'
  readonly field: string
  constructor(field: string) {
    super(`Malformed: ${field}`)
    this.field = field
  }
}

/** Reads what a document must hold, field by field. For the one document that every decision parses: zod takes several times as long. */
export interface Reader {
  at(name: string): Reader
  list(name: string): Reader[]
  text(name: string): string
  number(name: string): number
  /** Shopify's ids are numbers in one place and text in another. */
  id(name: string): string
  /** This very reader, if the field holds anything. */
  maybe(name: string): Reader | undefined
}

export function reader(value: unknown, path: string): Reader {
  if (typeof value !== 'object' || value === null) throw new Malformed(path)
  return new Fields(value as Record<string, unknown>, path)
}

const LONGEST = 200

class Fields implements Reader {
  readonly #fields: Record<string, unknown>
  readonly #path: string

  constructor(fields: Record<string, unknown>, path: string) {
    this.#fields = fields
    this.#path = path
  }

  at(name: string): Reader {
    return reader(this.#fields[name], name)
  }

  list(name: string): Reader[] {
    const value = this.#fields[name]
    if (!Array.isArray(value)) throw this.#malformed(name)
    return value.map((each) => reader(each, name))
  }

  text(name: string): string {
    const value = this.#fields[name]
    if (typeof value !== 'string' || value === '' || value.length > LONGEST) throw this.#malformed(name)
    return value
  }

  number(name: string): number {
    const value = this.#fields[name]
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.#malformed(name)
    return value
  }

  id(name: string): string {
    const value = this.#fields[name]
    if (Number.isSafeInteger(value) && (value as number) > 0) return String(value)
    if (typeof value !== 'string' || !/^\d{1,20}$/.test(value)) throw this.#malformed(name)
    return value
  }

  maybe(name: string): Reader | undefined {
    const value = this.#fields[name]
    return value === undefined || value === null || value === '' ? undefined : this
  }

  #malformed(name: string): Malformed {
    return new Malformed(this.#path ? `${this.#path}.${name}` : name)
  }
}
