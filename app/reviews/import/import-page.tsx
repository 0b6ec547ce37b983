import {
  Badge,
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  IndexTable,
  InlineStack,
  Layout,
  Page,
  ProgressBar,
  Select,
  Text,
} from '@shopify/polaris'
import { useState } from 'react'
import { shorten } from '#app/values/short.ts'
import { DownloadButton } from '#app/ui/download-button.tsx'
import { Figure } from '#app/ui/figure.tsx'
import { FIELDS, type Field, type Mapping } from './format.ts'
import { FORMATS } from './formats.ts'
import { MovingCard, type MovingProps } from './moving-card.tsx'
import type { DateOrder } from './values.ts'
import { fitsNothing } from './wish.ts'
import { words } from './words.ts'

export interface Told {
  id: string
  fileName: string
  state: string
  format: string | null
  encoding: string
  header: readonly string[]
  mapping: Mapping
  dateOrder: DateOrder | null
  rows: number
  added: number
  known: number
  refused: number
  mayUndo: boolean
}
export interface Preview {
  looked: number
  fitting: number
  reasons: readonly { because: keyof typeof words.because; count: number }[]
  rows: readonly { n: number; rating: number; author: string; body: string; product: string | null }[]
}
export type Wish = { do: 'start' | 'preview' | 'undo' | 'move' | 'discard'; mapping: Mapping; dateOrder: DateOrder | null }

interface ImportProps {
  told: Told
  preview: Preview | null
  moving: Omit<MovingProps, 'busy' | 'onAgain'> | null
  busy: boolean
  problem: string | null
  onWish: (wish: Wish) => void
}

const DISCARDABLE: ReadonlySet<string> = new Set(['mapped', 'reading'])

export function ImportPage({ told, preview, moving, busy, problem, onWish }: ImportProps) {
  const [mapping, setMapping] = useState<Mapping>(told.mapping)
  const [dateOrder, setDateOrder] = useState<DateOrder | null>(told.dateOrder)
  const wish = (what: Wish['do']) => onWish({ do: what, mapping, dateOrder })
  return (
    <Page
      title={told.fileName}
      subtitle={words.from(FORMATS.find(({ name }) => name === told.format)?.label ?? null)}
      titleMetadata={<Badge>{words.state[told.state] ?? told.state}</Badge>}
      backAction={{ content: words.title, url: '/reviews/import' }}
      secondaryActions={DISCARDABLE.has(told.state) ? [{ content: words.discard, disabled: busy, onAction: () => wish('discard') }] : []}
    >
      <Layout>
        {told.state === 'mapped' && told.encoding !== 'utf-8' ? (
          <Layout.Section>
            <Banner tone="warning">{words.encoding(told.encoding)}</Banner>
          </Layout.Section>
        ) : null}
        {told.state === 'mapped' ? (
          <>
            <Columns header={told.header} mapping={mapping} onChange={setMapping} dateOrder={dateOrder} onOrder={setDateOrder} />
            <Layout.AnnotatedSection title={words.preview}>
              <BlockStack gap="400">
                {preview ? <Previewed preview={preview} /> : null}
                {problem ? (
                  <Text as="p" tone="critical">
                    {problem}
                  </Text>
                ) : null}
                <InlineStack gap="300">
                  <Button loading={busy} onClick={() => wish('preview')}>
                    {words.refresh}
                  </Button>
                  <Button variant="primary" loading={busy} disabled={fitsNothing(preview, told.rows)} onClick={() => wish('start')}>
                    {words.start}
                  </Button>
                </InlineStack>
              </BlockStack>
            </Layout.AnnotatedSection>
          </>
        ) : told.state === 'reading' ? (
          <Layout.Section>
            <Banner>{words.stillReading}</Banner>
          </Layout.Section>
        ) : (
          <Outcome told={told} busy={busy} onUndo={() => wish('undo')} />
        )}
        {moving ? (
          <Layout.Section>
            <MovingCard {...moving} busy={busy} onAgain={() => wish('move')} />
          </Layout.Section>
        ) : null}
      </Layout>
    </Page>
  )
}

interface ColumnsProps {
  header: readonly string[]
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  dateOrder: DateOrder | null
  onOrder: (order: DateOrder | null) => void
}

const MAIN: readonly Field[] = [
  'rating',
  'body',
  'title',
  'author',
  'email',
  'productId',
  'handle',
  'sku',
  'productUrl',
  'date',
  'photos',
  'video',
  'incentivised',
  'status',
  'reply',
]

function Columns({ header, mapping, onChange, dateOrder, onOrder }: ColumnsProps) {
  const shown = FIELDS.filter((field) => MAIN.includes(field) || mapping[field] !== undefined)
  const options = [
    { value: '', label: words.noColumn },
    ...header.map((name, index) => ({ value: String(index), label: name.trim() || words.column(index + 1) })),
  ]
  const choose = (field: Field, value: string) => {
    const { [field]: _, ...others } = mapping
    onChange(value === '' ? others : { ...others, [field]: Number(value) })
  }
  return (
    <Layout.AnnotatedSection title={words.columns}>
      <Card>
        <BlockStack gap="300">
          {shown.map((field) => (
            <Select
              key={field}
              label={words.field[field]}
              labelInline
              options={options}
              value={String(mapping[field] ?? '')}
              onChange={(value) => choose(field, value)}
            />
          ))}
          <Select
            label={words.days}
            options={[
              { value: '', label: words.notSaid },
              { value: 'dmy', label: words.dmy },
              { value: 'mdy', label: words.mdy },
            ]}
            value={dateOrder ?? ''}
            onChange={(value) => onOrder(value === 'dmy' || value === 'mdy' ? value : null)}
          />
        </BlockStack>
      </Card>
    </Layout.AnnotatedSection>
  )
}

const Previewed = ({ preview }: { preview: Preview }) => (
  <Card padding="0">
    <Box padding="400">
      <Text as="p" fontWeight="semibold">
        {words.fitting(preview.fitting, preview.looked)}
      </Text>
      {preview.reasons.map(({ because, count }) => (
        <Text key={because} as="p" tone="subdued">
          {words.times(count, words.because[because])}
        </Text>
      ))}
    </Box>
    {preview.rows.length > 0 ? <FirstLines rows={preview.rows} /> : null}
  </Card>
)

const FirstLines = ({ rows }: Pick<Preview, 'rows'>) => (
  <IndexTable
    itemCount={rows.length}
    selectable={false}
    headings={[{ title: words.line }, { title: words.product }, { title: words.rating }, { title: words.name }, { title: words.text }]}
  >
    {rows.map(({ n, rating, author, body, product }, index) => (
      <IndexTable.Row key={n} id={String(n)} position={index}>
        <IndexTable.Cell>{n + 1}</IndexTable.Cell>
        <IndexTable.Cell>{product ?? words.noProduct}</IndexTable.Cell>
        <IndexTable.Cell>{rating}</IndexTable.Cell>
        <IndexTable.Cell>{shorten(author, 40)}</IndexTable.Cell>
        <IndexTable.Cell>{body.slice(0, 60)}</IndexTable.Cell>
      </IndexTable.Row>
    ))}
  </IndexTable>
)

const Outcome = ({ told, busy, onUndo }: { told: Told; busy: boolean; onUndo: () => void }) => {
  const done = told.added + told.known + told.refused
  return (
    <Layout.Section>
      <Card>
        <BlockStack gap="400">
          <ProgressBar progress={told.rows === 0 ? 0 : (done / told.rows) * 100} size="small" />
          <Text as="p">{words.progress(done, told.rows)}</Text>
          <InlineStack gap="800">
            <Figure label={words.added} value={told.added.toLocaleString('en')} />
            <Figure label={words.known} value={told.known.toLocaleString('en')} />
            <Figure label={words.refused} value={told.refused.toLocaleString('en')} />
          </InlineStack>
          <InlineStack gap="500">
            <DownloadButton address={`/reviews/import/${told.id}/report`} name={`report-${told.fileName}`} label={words.report}>
              {words.report}
            </DownloadButton>
            {told.mayUndo ? (
              <Button variant="plain" tone="critical" loading={busy} onClick={onUndo}>
                {words.undo}
              </Button>
            ) : null}
          </InlineStack>
        </BlockStack>
      </Card>
    </Layout.Section>
  )
}
