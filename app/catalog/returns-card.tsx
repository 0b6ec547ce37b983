import { BlockStack, Text } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import { words } from './words.ts'

interface ComesBack {
  id: string
  title: string
  left: number
  goingBack: number
  cameBack: number
}

/** What of an order comes back or came back, line by line, and what follows from that. */
export const ReturnsCard = ({ lines }: { lines: readonly ComesBack[] }) => {
  const back = lines.filter(({ goingBack, cameBack }) => goingBack + cameBack > 0)
  return back.length === 0 ? null : (
    <Section title={words.returns} about={words.returnsAbout}>
      {back.map(({ id, title, left, goingBack, cameBack }) => (
        <BlockStack key={id} gap="050">
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
          {goingBack > 0 ? <Text as="p">{words.goesBack(goingBack)}</Text> : null}
          {cameBack > 0 ? <Text as="p">{words.cameBack(cameBack)}</Text> : null}
          <Text as="p" tone="subdued">
            {words.keepsOf(left - goingBack)}
          </Text>
        </BlockStack>
      ))}
    </Section>
  )
}
