import { z } from 'zod'

/** What a merchant typed: compared without regard to case or to space around it. */
export const typedTexts = z.array(z.string().trim().min(1).max(255)).min(1).max(250)

export const fold = (text: string): string => text.trim().toLowerCase()

export const quoted = (texts: readonly string[]): string[] => texts.map((text) => `“${text}”`)
