import { IndexTable, Link, Text } from '@shopify/polaris'
import { memo } from 'react'
import { COLUMNS, type Breakdown, type BreakdownRow } from './dashboard-view.ts'
import { words } from './words.ts'

interface BreakdownProps {
  by: Breakdown
  rows: readonly BreakdownRow[]
  currency: string
}

/** On a phone each row is its name with its figures below. */
export const BreakdownTable = memo(({ by, rows, currency }: BreakdownProps) => (
  <div className="figures">
    <IndexTable
      resourceName={{ singular: 'row', plural: 'rows' }}
      itemCount={rows.length}
      headings={[{ title: words.breakdowns[by] }, ...COLUMNS.map(({ name }) => ({ title: name, alignment: 'end' as const }))]}
      selectable={false}
    >
      {rows.map((row, index) => (
        <IndexTable.Row key={row.key} id={row.key} position={index}>
          <IndexTable.Cell>
            <Name {...row} />
            <div className="only-narrow">
              {COLUMNS.map(({ name, say }) => (
                <Text key={name} as="p" variant="bodySm" tone="subdued">
                  {`${name}: ${say(row.figures, currency)}`}
                </Text>
              ))}
            </div>
          </IndexTable.Cell>
          {COLUMNS.map(({ name, say }) => (
            <IndexTable.Cell key={name}>
              <Text as="span" alignment="end" numeric>
                {say(row.figures, currency)}
              </Text>
            </IndexTable.Cell>
          ))}
        </IndexTable.Row>
      ))}
    </IndexTable>
  </div>
))

const Name = ({ name, url }: Pick<BreakdownRow, 'name' | 'url'>) =>
  url ? (
    <Link url={url} removeUnderline>
      {name}
    </Link>
  ) : (
    <Text as="span" fontWeight="semibold">
      {name}
    </Text>
  )
