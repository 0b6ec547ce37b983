/** One part of a message to a shopper, in the order that she reads. All texts are plain and in her language. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'button'; label: string; url: string }
  | {
      kind: 'product'
      title: string
      imageUrl: string | null
      url: string
      /** What one costs, and what it would cost without the discount. */
      price?: string
      was?: string
      /** What other buyers say of it. */
      praise?: readonly string[]
      stars: readonly { label: string; url: string }[]
      action: string | null
    }
  | { kind: 'code'; label: string; code: string; note: string }
  | { kind: 'list'; items: readonly string[] }

/** What a message says; how it looks is the frame's affair. */
export interface Letter {
  subject: string
  /** What a mail program shows beside the subject. */
  preview: string
  blocks: readonly Block[]
  /** The whole of it as a text message; without it there is none by SMS. */
  short?: string
}
