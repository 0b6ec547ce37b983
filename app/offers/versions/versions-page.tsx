import { Badge, BlockStack, Card, InlineStack, Link, Page, Text } from '@shopify/polaris'
import type { Change } from './changes.ts'
import { VERSION_WORDS as words } from './version-words.ts'
import type { VersionRow } from './versions-view.ts'

interface VersionsPageProps {
  id: string
  title: string
  rows: readonly VersionRow[]
}

export const VersionsPage = ({ id, title, rows }: VersionsPageProps) => (
  <Page title={words.title} subtitle={title} backAction={{ content: title, url: `/offers/${id}` }}>
    <BlockStack gap="400">
      <div className="beside-cards">
        <Text as="p" tone="subdued">
          {words.explained}
        </Text>
      </div>
      {rows.map((row, index) => (
        <Version key={row.version} id={id} row={row} first={index === rows.length - 1} />
      ))}
    </BlockStack>
  </Page>
)

const Version = ({ id, row: { version, savedAt, current, changes }, first }: { id: string; row: VersionRow; first: boolean }) => (
  <Card>
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center" align="space-between">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.version(version)}
          </Text>
          {current ? <Badge tone="success">{words.current}</Badge> : null}
          <Text as="span" tone="subdued">
            {words.savedAt(savedAt)}
          </Text>
        </InlineStack>
        <Link url={`/offers/${id}/versions/${version}`} accessibilityLabel={words.openVersion(version)}>
          {words.open}
        </Link>
      </InlineStack>
      {changes.length > 0 ? <Changes changes={changes} /> : <Text as="p">{first ? words.first : words.nothing}</Text>}
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
