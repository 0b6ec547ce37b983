import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

/** One order line of Online Retail II, as the file has it. */
export interface Row {
  invoice: string
  code: string
  description: string
  quantity: number
  at: string // 2009-12-01 07:45:00, the shop's local time
  price: number // GBP
  customer: string | null
  country: string
}

const COLUMNS = ['Invoice', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'Price', 'Customer ID', 'Country']

/** Reads the whole file; throws an error that names the file, or the column that is missing. */
export async function readRows(path: string): Promise<Row[]> {
  const file = await asyncBufferFromFile(path).catch(() => {
    throw new Error(`Cannot read ${path}. Give the path of a parquet file with the columns of Online Retail II.`)
  })
  const objects = await parquetReadObjects({ file, compressors })
  const missing = COLUMNS.filter((column) => !(column in (objects[0] ?? {})))
  if (missing.length > 0) throw new Error(`${path} lacks the columns ${missing.join(', ')}`)
  return objects.map((row) => ({
    invoice: String(row['Invoice']),
    code: String(row['StockCode']).trim(),
    description: row['Description'] == null ? '' : String(row['Description']).trim(),
    quantity: Number(row['Quantity']),
    at: String(row['InvoiceDate']),
    price: Number(row['Price']),
    customer: row['Customer ID'] == null ? null : String(Number(row['Customer ID'])),
    country: String(row['Country']),
  }))
}
