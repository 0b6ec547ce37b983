import { writeFile } from 'node:fs/promises'
import { format } from 'prettier'
import { readPublished } from './read.ts'

const text = await format(JSON.stringify(readPublished()), { parser: 'json', printWidth: 140 })
await writeFile(new URL('./published.json', import.meta.url), text)
