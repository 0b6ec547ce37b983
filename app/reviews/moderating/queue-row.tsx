import { Badge, BlockStack, Button, InlineStack, Link, Text } from '@shopify/polaris'
import type { QueueRow } from './queue-view.ts'
import { Stars } from './stars.tsx'
import { words } from './words.ts'

interface QueueRowProps {
  row: QueueRow
  /** The Tab key comes to the first; j and k go on from there. */
  first: boolean
  selected: boolean
  busy: boolean
  onSelect: (on: boolean) => void
  onPublish: () => void
  onHide: () => void
  onFeature: () => void
  onProduct: () => void
}

export const QueueRowView = ({ row, first, selected, busy, onSelect, onPublish, onHide, onFeature, onProduct }: QueueRowProps) => (
  <li data-id={row.id} tabIndex={first ? 0 : -1} aria-label={`${words.review(row.author)}, ${words.outOfFive(row.rating)}`}>
    <label className="tick">
      <input
        type="checkbox"
        checked={selected}
        aria-label={words.select(row.author)}
        onChange={(event) => onSelect(event.currentTarget.checked)}
      />
    </label>
    <div className="grow">
      <BlockStack gap="150">
        <InlineStack gap="200" blockAlign="center">
          <Stars rating={row.rating} />
          <Link url={`/reviews/${row.id}`} monochrome removeUnderline>
            <Text as="span" fontWeight="semibold" breakWord>
              {row.title || row.author}
            </Text>
          </Link>
          {row.badges.map(({ text, tone }) => (
            <Badge key={text} {...(tone && { tone })}>
              {text}
            </Badge>
          ))}
        </InlineStack>
        <p className="review-text" dir="auto">
          {row.body}
        </p>
        <Pictures pictures={row.pictures} />
        {row.because ? (
          <Text as="p" tone="caution">
            {row.because}
          </Text>
        ) : null}
        <InlineStack gap="200" blockAlign="center" align="space-between">
          <Text as="span" variant="bodySm" tone="subdued" breakWord>
            {`${row.author}, ${row.when} · `}
            <Button variant="plain" size="micro" onClick={onProduct}>
              {row.product.title}
            </Button>
          </Text>
          <InlineStack gap="200">
            {row.state === 'published' ? (
              <Button size="slim" disabled={busy} onClick={onFeature}>
                {row.featured ? words.unfeature : words.feature}
              </Button>
            ) : (
              <Button size="slim" disabled={busy} onClick={onPublish}>
                {words.publish}
              </Button>
            )}
            {row.state === 'hidden' ? null : (
              <Button size="slim" disabled={busy} onClick={onHide}>
                {words.hide}
              </Button>
            )}
            <Button size="slim" url={`/reviews/${row.id}?reply=1`}>
              {words.reply}
            </Button>
          </InlineStack>
        </InlineStack>
      </BlockStack>
    </div>
  </li>
)

const Pictures = ({ pictures }: Pick<QueueRow, 'pictures'>) =>
  pictures.length === 0 ? null : (
    <InlineStack gap="200">
      {pictures.map(({ kind, url }, index) =>
        kind === 'photo' && url ? (
          <img key={index} className="review-picture" src={url} alt={words.photo(index + 1)} loading="lazy" />
        ) : (
          <Badge key={index}>{`${kind === 'video' ? words.video : words.photo(index + 1)}${url ? '' : `, ${words.beingStored}`}`}</Badge>
        ),
      )}
    </InlineStack>
  )
