import { Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, List, Page, Select, Text } from '@shopify/polaris'
import { useState } from 'react'
import { SHARES } from '#app/offers/experiment/experiment.ts'
import { VERSION_WORDS } from '#app/offers/versions/version-words.ts'
import { EndDialog } from './end-dialog.tsx'
import type { Compared, Prepared } from './experiment-view.ts'
import { EXPERIMENT_WORDS as words } from './experiment-words.ts'
import { SidesTable } from './sides-table.tsx'

export interface ExperimentPageProps {
  offer: { id: string; title: string; archived: boolean }
  open: Prepared | Compared | null
  past: readonly Compared[]
  refused: string | null
  busy: boolean
  onPrepare: () => void
  onStart: (experiment: string, share: number) => void
  onAlign: (experiment: string) => void
  onEnd: (experiment: string, keep: string) => void
  onDiscard: (experiment: string) => void
}

/** An offer's A/B test: none yet, prepared, or running; and what earlier ones told. */
export function ExperimentPage({ offer, open, past, refused, busy, onPrepare, onStart, onAlign, onEnd, onDiscard }: ExperimentPageProps) {
  return (
    <Page title={words.title} subtitle={offer.title} backAction={{ content: offer.title, url: `/offers/${offer.id}` }}>
      <BlockStack gap="400">
        {refused ? (
          <Banner tone="critical">
            <p>{refused}</p>
          </Banner>
        ) : null}
        {open === null ? <Begin archived={offer.archived} busy={busy} onPrepare={onPrepare} /> : null}
        {open?.stage === 'prepared' ? (
          <PreparedCard key={open.id} test={open} busy={busy} onStart={onStart} onDiscard={onDiscard} />
        ) : open ? (
          <RunningCard test={open} busy={busy} onAlign={onAlign} onEnd={onEnd} />
        ) : null}
        {past.length > 0 ? <Past tests={past} /> : null}
      </BlockStack>
    </Page>
  )
}

const Begin = ({ archived, busy, onPrepare }: { archived: boolean; busy: boolean; onPrepare: () => void }) => (
  <Card>
    <BlockStack gap="300" inlineAlign="start">
      <Text as="p">{words.about}</Text>
      {archived ? (
        <Text as="p" tone="subdued">
          {words.archived}
        </Text>
      ) : (
        <Button variant="primary" onClick={onPrepare} loading={busy}>
          {words.prepare}
        </Button>
      )}
    </BlockStack>
  </Card>
)

interface PreparedProps extends Pick<ExperimentPageProps, 'busy' | 'onStart' | 'onDiscard'> {
  test: Prepared
}

function PreparedCard({ test, busy, onStart, onDiscard }: PreparedProps) {
  const [share, setShare] = useState(50)
  const options = SHARES.map((each) => ({ value: String(each), label: words.prepared.percent(each) }))
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.prepared.title}
        </Text>
        <BlockStack gap="100">
          <Text as="p" breakWord>
            {words.named('A', test.original.title)}
          </Text>
          <Text as="p" breakWord>
            {words.named('B', test.challenger.title)}
          </Text>
        </BlockStack>
        <Text as="p">{words.prepared.next}</Text>
        {test.active ? (
          <Banner tone="warning">
            <p>{words.prepared.active}</p>
          </Banner>
        ) : null}
        <Differences test={test} />
        <InlineStack>
          <Select
            label={words.prepared.share}
            options={options}
            value={String(share)}
            helpText={words.prepared.starts}
            onChange={(value) => setShare(Number(value))}
          />
        </InlineStack>
        <ButtonGroup>
          <Button variant="primary" disabled={test.same} loading={busy} onClick={() => onStart(test.id, share)}>
            {words.prepared.start}
          </Button>
          <Button url={`/offers/${test.challenger.id}`}>{words.prepared.edit}</Button>
          <Button disabled={busy} onClick={() => onDiscard(test.id)}>
            {words.prepared.discard}
          </Button>
        </ButtonGroup>
      </BlockStack>
    </Card>
  )
}

const Differences = ({ test: { same, changes, replaced } }: { test: Prepared }) => (
  <BlockStack gap="200">
    {same ? (
      <Text as="p" tone="subdued">
        {words.prepared.same}
      </Text>
    ) : (
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {words.prepared.differs}
        </Text>
        <List>
          {changes.map(({ part, before, after }) => (
            <List.Item key={part}>
              {VERSION_WORDS.changed(part, before, after)}
              {before !== null && after !== null ? ` (${VERSION_WORDS.was(before)})` : ''}
            </List.Item>
          ))}
        </List>
      </BlockStack>
    )}
    {replaced ? (
      <Banner tone="warning">
        <p>{words.prepared.shared}</p>
      </Banner>
    ) : (
      <Text as="p" tone="subdued">
        {words.prepared.shared}
      </Text>
    )}
  </BlockStack>
)

interface RunningProps extends Pick<ExperimentPageProps, 'busy' | 'onAlign' | 'onEnd'> {
  test: Compared
}

function RunningCard({ test, busy, onAlign, onEnd }: RunningProps) {
  const [keep, setKeep] = useState<string | null>(null)
  const { id, title, rows, verdict, misaligned, alerts } = test
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {misaligned ? (
          <Banner tone="critical" action={{ content: words.running.align, loading: busy, onAction: () => onAlign(id) }}>
            <p>{misaligned}</p>
          </Banner>
        ) : null}
        {alerts.length > 0 ? (
          <Banner tone="warning">
            <List>
              {alerts.map((alert) => (
                <List.Item key={alert}>{alert}</List.Item>
              ))}
            </List>
          </Banner>
        ) : null}
        <Verdict verdict={verdict} />
        <SidesTable rows={rows} />
        <Text as="p" tone="subdued">
          {words.net}
        </Text>
        <ButtonGroup>
          {rows.map((row) => (
            <Button
              key={row.id}
              variant={verdict.better === row.letter ? 'primary' : 'secondary'}
              disabled={busy}
              onClick={() => setKeep(row.id)}
            >
              {words.running.keep(row.letter)}
            </Button>
          ))}
        </ButtonGroup>
        <EndDialog
          rows={rows}
          keep={keep}
          early={verdict.better === null}
          busy={busy}
          onClose={() => setKeep(null)}
          onEnd={(kept) => onEnd(id, kept)}
        />
      </BlockStack>
    </Card>
  )
}

const Verdict = ({ verdict: { tone, title, text } }: Pick<Compared, 'verdict'>) => (
  <Banner tone={tone} title={title}>
    <BlockStack gap="100">
      {text.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </BlockStack>
  </Banner>
)

const Past = ({ tests }: { tests: readonly Compared[] }) => (
  <BlockStack gap="400">
    <Text as="h2" variant="headingMd">
      {words.past}
    </Text>
    {tests.map(({ id, title, rows, verdict }) => (
      <Card key={id}>
        <BlockStack gap="300">
          <Text as="h3" variant="headingSm">
            {`${title}: ${verdict.title}`}
          </Text>
          <Text as="p">{verdict.text[0]}</Text>
          <SidesTable rows={rows} />
        </BlockStack>
      </Card>
    ))}
  </BlockStack>
)
