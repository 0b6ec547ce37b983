import { Badge, IndexTable, InlineStack, Link, Text } from '@shopify/polaris'
import { EXPERIMENT_WORDS as words } from './experiment-words.ts'
import type { SideRow } from './experiment-view.ts'

const { side: SIDE, ...COLUMNS } = words.columns
const columns = Object.entries(COLUMNS) as [keyof SideRow['says'], string][]

/** On a phone each side is its name with its figures below. */
export const SidesTable = ({ rows }: { rows: readonly SideRow[] }) => (
  <div className="figures">
    <IndexTable
      resourceName={{ singular: 'row', plural: 'rows' }}
      itemCount={rows.length}
      headings={[{ title: SIDE }, ...columns.map(([, title]) => ({ title, alignment: 'end' as const }))]}
      selectable={false}
    >
      {rows.map((row, index) => (
        <IndexTable.Row key={row.id} id={row.id} position={index}>
          <IndexTable.Cell>
            <InlineStack gap="200" blockAlign="center">
              <Link url={`/offers/${row.id}`} removeUnderline>
                {words.named(row.letter, row.title)}
              </Link>
              {row.kept ? <Badge tone="success">{words.ended.kept}</Badge> : null}
            </InlineStack>
            <div className="only-narrow">
              {columns.map(([column, title]) => (
                <Text key={column} as="p" variant="bodySm" tone="subdued">
                  {`${title}: ${row.says[column]}`}
                </Text>
              ))}
            </div>
          </IndexTable.Cell>
          {columns.map(([column]) => (
            <IndexTable.Cell key={column}>
              <Text as="span" alignment="end" numeric>
                {row.says[column]}
              </Text>
            </IndexTable.Cell>
          ))}
        </IndexTable.Row>
      ))}
    </IndexTable>
  </div>
)
