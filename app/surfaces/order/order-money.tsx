import { BlockStack, Divider, InlineStack, Text } from '@shopify/polaris'
import { formatMoney, type Money } from '#app/values/money.ts'
import { Section } from '#app/ui/section.tsx'
import type { EarnedView, SignedView } from './order-view.ts'
import { words } from '../words.ts'

/** Exactly what Encore signed: more than this Shopify cannot have added on its word. */
export const Signed = ({ changesets }: { changesets: readonly SignedView[] }) => (
  <Section title={words.whatWasSigned}>
    {changesets.length === 0 ? (
      <Text as="p" tone="subdued">
        {words.nothingOfOurs}
      </Text>
    ) : null}
    {changesets.map(({ id, title, at, outcome, lines }, index) => (
      <BlockStack key={id} gap="200">
        {index > 0 ? <Divider /> : null}
        <InlineStack align="space-between" gap="200">
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {at}
          </Text>
        </InlineStack>
        {lines.map(({ name, quantity, price, was }) => (
          <InlineStack key={name} align="space-between" gap="200" wrap={false}>
            <Text as="span" breakWord>{`${quantity} × ${name}`}</Text>
            <Text as="span" numeric>
              {formatMoney(price, 'en')}
              {was ? <s className="was">{formatMoney(was, 'en')}</s> : null}
            </Text>
          </InlineStack>
        ))}
        <Text as="p" tone="subdued">
          {outcome}
        </Text>
      </BlockStack>
    ))}
  </Section>
)

export const Earned = ({ earned }: { earned: EarnedView | null }) => (
  <Section title={words.whatItEarned}>
    {earned ? (
      <>
        <Sum label={words.addedByOffers} amount={earned.sold} />
        <Sum label={words.paid} amount={earned.paid} />
        <Sum label={words.refundedOrRemoved} amount={earned.returned} />
        <Divider />
        <Sum label={words.revenue} amount={earned.revenue} strong />
        <Text as="p" variant="bodySm" tone="subdued">
          {words.revenueMeans}
        </Text>
      </>
    ) : (
      <Text as="p" tone="subdued">
        {words.nothingAdded}
      </Text>
    )}
  </Section>
)

const Sum = ({ label, amount, strong = false }: { label: string; amount: Money; strong?: boolean }) => (
  <InlineStack align="space-between" gap="200" wrap={false}>
    <Text as="span" fontWeight={strong ? 'semibold' : 'regular'}>
      {label}
    </Text>
    <Text as="span" numeric fontWeight={strong ? 'semibold' : 'regular'}>
      {formatMoney(amount, 'en')}
    </Text>
  </InlineStack>
)
