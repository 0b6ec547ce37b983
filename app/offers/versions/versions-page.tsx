import { Badge, BlockStack, Button, Card, InlineStack, Link, Page, Pagination, Text } from '@shopify/polaris'
import type { Change } from './changes.ts'
import { VERSION_WORDS as words } from './version-words.ts'
import type { VersionRow, VersionsView } from './versions-view.ts'

interface VersionsPageProps extends VersionsView {
  id: string
  title: string
  busy: boolean
  onGo: (page: number) => void
  onRestore: (version: number) => void
}

export const VersionsPage = ({ id, title, rows, page, pages, busy, onGo, onRestore }: VersionsPageProps) => (
  <Page title={words.title} subtitle={title} backAction={{ content: title, url: `/offers/${id}` }}>
    <BlockStack gap="400">
      <div className="beside-cards">
        <Text as="p" tone="subdued">
          {words.explained}
        </Text>
      </div>
      {rows.map((row) => (
        <Version key={row.version} id={id} row={row} busy={busy} onRestore={onRestore} />
      ))}
      {pages > 1 ? (
        <InlineStack align="center">
          <Pagination
            label={words.page(page, pages)}
            hasPrevious={page > 1}
            hasNext={page < pages}
            onPrevious={() => onGo(page - 1)}
            onNext={() => onGo(page + 1)}
          />
        </InlineStack>
      ) : null}
    </BlockStack>
  </Page>
)

interface VersionProps extends Pick<VersionsPageProps, 'id' | 'busy' | 'onRestore'> {
  row: VersionRow
}

const Version = ({ id, row: { version, savedAt, current, saw, changes }, busy, onRestore }: VersionProps) => (
  <Card>
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center" align="space-between">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.version(version)}
          </Text>
          {current ? <Badge tone="success">{words.current}</Badge> : null}
          <Text as="span" tone="subdued">
            {`${words.savedAt(savedAt)} · ${words.saw(saw)}`}
          </Text>
        </InlineStack>
        <InlineStack gap="300" blockAlign="center">
          {current ? null : (
            <Button variant="plain" disabled={busy} accessibilityLabel={words.restoreNamed(version)} onClick={() => onRestore(version)}>
              {words.restoreShort}
            </Button>
          )}
          <Link url={`/offers/${id}/versions/${version}`} accessibilityLabel={words.openVersion(version)}>
            {words.open}
          </Link>
        </InlineStack>
      </InlineStack>
      {changes.length > 0 ? <Changes changes={changes} /> : <Text as="p">{version === 1 ? words.first : words.nothing}</Text>}
    </BlockStack>
  </Card>
)

export const Changes = ({ changes }: { changes: readonly Change[] }) => (
  <ul className="plain-list">
    {changes.map(({ part, before, after }) => (
      <li key={part}>
        <Text as="p" breakWord>
          {words.changed(part, before, after)}
        </Text>
        {before !== null && after !== null ? (
          <Text as="p" variant="bodySm" tone="subdued" breakWord>
            {words.was(before)}
          </Text>
        ) : null}
      </li>
    ))}
  </ul>
)
