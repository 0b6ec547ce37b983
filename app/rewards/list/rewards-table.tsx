import { Badge, BlockStack, Button, IndexTable, Link, Modal, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { useFocusReturn } from '#app/ui/use-focus-return.tsx'
import { words } from '../editor/words.ts'
import type { RewardView } from './rows.ts'

const HEADINGS = [
  { title: words.review },
  { title: words.code },
  { title: words.state },
  { title: words.redeemedIn },
  { title: words.cost, alignment: 'end' },
  { title: words.earned, alignment: 'end' },
  { title: words.revoke, hidden: true },
] as const

const TONES = { redeemed: 'success', credited: 'success', refused: 'attention', revoked: 'critical', expired: 'read-only' } as const

interface RewardsTableProps {
  rows: readonly RewardView[]
  busy: boolean
  onRevoke: (key: string, reason: string) => void
}

export function RewardsTable({ rows, busy, onRevoke }: RewardsTableProps) {
  const [revoking, setRevoking] = useState<string | null>(null)
  const revoke = (reason: string) => {
    if (revoking) onRevoke(revoking, reason)
    setRevoking(null)
  }
  return (
    <div className="rewards">
      <IndexTable
        resourceName={{ singular: 'reward', plural: 'rewards' }}
        itemCount={rows.length}
        headings={[...HEADINGS]}
        selectable={false}
      >
        {rows.map((row, index) => (
          <RewardLine key={row.key} row={row} index={index} busy={busy} onRevoke={() => setRevoking(row.key)} />
        ))}
      </IndexTable>
      {revoking ? <RevokeDialog onRevoke={revoke} onClose={() => setRevoking(null)} /> : null}
    </div>
  )
}

const RewardLine = ({ row, index, busy, onRevoke }: { row: RewardView; index: number; busy: boolean; onRevoke: () => void }) => (
  <IndexTable.Row id={row.key} position={index}>
    <IndexTable.Cell>
      <BlockStack>
        <Text as="span" fontWeight="semibold">
          {row.reviewId ? (
            <Link url={`/reviews/${row.reviewId}`} monochrome>
              {row.review}
            </Link>
          ) : (
            row.review
          )}
        </Text>
        {row.who ? (
          <Text as="span" variant="bodySm" breakWord>
            {row.who}
          </Text>
        ) : null}
        <Text as="span" variant="bodySm" tone="subdued">
          {[row.at, row.tier, row.through].filter(Boolean).join(' · ')}
        </Text>
        <div className="only-narrow">
          <Text as="span" variant="bodySm">
            {[row.given, words.states[row.state], row.because, row.cost && words.costs(row.cost)].filter(Boolean).join(' · ')}
          </Text>
        </div>
      </BlockStack>
    </IndexTable.Cell>
    <IndexTable.Cell>{row.code ? <code>{row.code}</code> : row.given}</IndexTable.Cell>
    <IndexTable.Cell>
      <BlockStack inlineAlign="start">
        <Badge {...(row.state in TONES ? { tone: TONES[row.state as keyof typeof TONES] } : {})}>{words.states[row.state]}</Badge>
        <Text as="span" variant="bodySm" tone="subdued">
          {row.because}
        </Text>
      </BlockStack>
    </IndexTable.Cell>
    <IndexTable.Cell>
      <BlockStack inlineAlign="start">
        {row.orders.map(({ id, name }) => (
          <Link key={id} url={`/orders/${id}`}>
            {name}
          </Link>
        ))}
      </BlockStack>
    </IndexTable.Cell>
    <IndexTable.Cell>
      <Text as="span" alignment="end" numeric>
        {row.cost}
      </Text>
    </IndexTable.Cell>
    <IndexTable.Cell>
      <Text as="span" alignment="end" numeric>
        {row.earned}
      </Text>
    </IndexTable.Cell>
    <IndexTable.Cell>
      {row.revocable ? (
        <Button variant="plain" tone="critical" disabled={busy} accessibilityLabel={words.revoke} onClick={onRevoke}>
          {words.revokeNow}
        </Button>
      ) : null}
    </IndexTable.Cell>
  </IndexTable.Row>
)

function RevokeDialog({ onRevoke, onClose }: { onRevoke: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('')
  useFocusReturn(true)
  return (
    <Modal
      open
      title={words.revoke}
      onClose={onClose}
      primaryAction={{ content: words.revokeNow, destructive: true, disabled: reason.trim().length < 3, onAction: () => onRevoke(reason) }}
      secondaryActions={[{ content: words.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <TextField
          label={words.revokeReason}
          autoComplete="off"
          value={reason}
          helpText={words.revokeHelp}
          maxLength={300}
          onChange={setReason}
        />
      </Modal.Section>
    </Modal>
  )
}
