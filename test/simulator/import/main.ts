import { parseArgs } from 'node:util'
import { openStore } from '../store.ts'
import { importHistory, type Report } from './import.ts'
import { readRows } from './rows.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const [path] = positionals
const databaseUrl = process.env['SIMULATOR_DATABASE_URL']
if (!path || !databaseUrl) {
  console.error(path ? 'The importer needs SIMULATOR_DATABASE_URL.' : 'Name the file: npm run simulator:import -- FILE.parquet')
  process.exit(1)
}

const started = performance.now()
const store = await openStore(databaseUrl)
try {
  console.log(`Reading ${path}`)
  const rows = await readRows(path)
  console.log(`Filling history.myshopify.com from ${rows.length.toLocaleString('en')} lines`)
  print(await importHistory(store, rows, { now: Date.now(), port: Number(process.env['SIMULATOR_PORT'] ?? 4000) }))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await store.close()
}

function print(report: Report): void {
  const number = (value: number): string => value.toLocaleString('en').padStart(9)
  console.log(`${number(report.products)} products of ${report.stockCodes.toLocaleString('en')} stock codes`)
  console.log(`${number(report.customers)} customers`)
  console.log(`${number(report.orders)} orders with ${report.lines.toLocaleString('en')} lines`)
  const empty = report.invoices - report.cancellations - report.orders
  console.log(
    `          of ${report.invoices.toLocaleString('en')} invoices: ${report.cancellations.toLocaleString('en')} are cancellations, ${empty.toLocaleString('en')} hold nothing that was sold`,
  )
  console.log(`${number(report.refunds)} refunds made of cancellations`)
  console.log('Left out, in lines of the file:')
  for (const [because, lines] of Object.entries(report.leftOut).sort((a, b) => b[1] - a[1])) console.log(`${number(lines)} ${because}`)
  console.log(`No product made of: ${report.codesLeftOut.join(', ')}`)
  console.log(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s. Open http://admin.localhost:4000/store/history`)
}
