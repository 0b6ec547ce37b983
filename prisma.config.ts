// Prisma would download a schema engine that we do not use: migrations run on its WASM twin (bin/migrate).
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath
import { defineConfig } from 'prisma/config'

export default defineConfig({ schema: 'prisma', migrations: { path: 'prisma/migrations' } })
