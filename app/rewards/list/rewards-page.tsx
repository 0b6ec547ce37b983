import { Banner, BlockStack, Card, InlineGrid, Page, Text } from '@shopify/polaris'
import { Figure } from '#app/ui/figure.tsx'
import { ListedCard } from '#app/ui/listed-card.tsx'
import { Nothing } from '#app/ui/nothing.tsx'
import { words } from '../editor/words.ts'
import type { Listed, RewardView } from './rows.ts'
import { RewardsTable } from './rewards-table.tsx'

export interface RewardsPageProps {
  rows: readonly RewardView[]
  more: boolean
  listed: Listed
  figures: readonly { label: string; value: string }[]
  program: 'none' | 'on' | 'off'
  spent: { spent: string; budget: string } | null
  busy: boolean
  onGo: (to: Partial<Listed>) => void
  onRevoke: (key: string, reason: string) => void
}

/** What every review was thanked with, what became of it, and what it all came to. */
export function RewardsPage({ rows, more, listed, figures, program, spent, busy, onGo, onRevoke }: RewardsPageProps) {
  const action = { content: program === 'none' ? words.create : words.edit, url: '/rewards/program' }
  return (
    <Page title={words.title} primaryAction={action} secondaryActions={[{ content: words.reviewApps, url: '/rewards/providers' }]}>
      <BlockStack gap="400">
        {spent ? (
          <Banner tone="warning" title={words.stopped}>
            {words.stoppedText(spent.spent, spent.budget)}
          </Banner>
        ) : null}
        {program === 'off' ? <Banner title={words.paused}>{words.pausedText}</Banner> : null}
        {program === 'none' ? null : <Figures figures={figures} />}
        <ListedCard
          {...{ listed, more, onGo }}
          isEmpty={rows.length === 0}
          choices={words.shown}
          search={words.search}
          nothingFits={words.nothingFits}
          nothingYet={<Nothing heading={words.nobodyYet}>{program === 'none' ? words.nobodyYetText : words.noneGivenText}</Nothing>}
        >
          <RewardsTable rows={rows} busy={busy} onRevoke={onRevoke} />
        </ListedCard>
      </BlockStack>
    </Page>
  )
}

const Figures = ({ figures }: Pick<RewardsPageProps, 'figures'>) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {words.funnel}
      </Text>
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
        {figures.map((figure) => (
          <Figure key={figure.label} {...figure} />
        ))}
      </InlineGrid>
    </BlockStack>
  </Card>
)
