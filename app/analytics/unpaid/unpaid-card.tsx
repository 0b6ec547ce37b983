import { Button, InlineStack, Link, Text } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import { formatMoney, type Money } from '#app/values/money.ts'
import { words } from '../words.ts'

export interface UnpaidProps {
  orders: readonly { id: string; name: string; lines: string; owed: Money }[]
}

const { unpaid: say } = words

/** What Shopify added without being paid for, and where the merchant removes it. */
export const UnpaidCard = ({ orders }: UnpaidProps) => (
  <Section title={say.title} about={say.explained}>
    {orders.map(({ id, name, lines, owed }) => (
      <InlineStack key={id} align="space-between" blockAlign="center" gap="300">
        <div className="grow">
          <Link url={`/orders/${id}`} removeUnderline>
            {name}
          </Link>
          <Text as="p" variant="bodySm" tone="subdued">
            {say.owed(lines, formatMoney(owed, 'en'))}
          </Text>
        </div>
        <Button url={`/orders/${id}?remove=1`} accessibilityLabel={say.removeLabel(name)}>
          {say.remove}
        </Button>
      </InlineStack>
    ))}
  </Section>
)
