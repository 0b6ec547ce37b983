import { Banner, BlockStack, Card, List, Select, Text } from '@shopify/polaris'
import { useState } from 'react'
import { isRightToLeft, LANGUAGES, type Language } from '#app/values/languages.ts'
import type { Said } from '../limits.ts'
import type { Terms } from '../program.ts'
import { promiseOf } from '../promise.ts'
import { programSentence, whatPaysLess, whatWillNotCombine } from './sentence.ts'
import { words } from './words.ts'

const nameOf = (language: Language) => new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language

interface PromiseProps extends Said {
  terms: Terms
  /** They are what the fields say; otherwise what is saved. */
  isTyped: boolean
}

/** The program read back: for the merchant in a sentence, for shoppers in each language. */
export function PromiseCard({ terms, isTyped, currency, titles }: PromiseProps) {
  const [language, setLanguage] = useState<Language>('en')
  const { lines, conditions } = promiseOf({ version: 0, active: true, terms, createdAt: new Date(0) }, language, { currency, titles })
  const less = whatPaysLess(terms)
  const clash = whatWillNotCombine(terms)
  return (
    <Card>
      <BlockStack gap="400">
        {isTyped ? null : <Banner tone="warning">{words.notTyped}</Banner>}
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {words.inPlainWords}
          </Text>
          <Text as="p">{programSentence(terms, currency)}</Text>
          {less ? <Banner tone="warning">{less}</Banner> : null}
          {clash ? <Banner tone="info">{clash}</Banner> : null}
        </BlockStack>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {words.preview}
          </Text>
          <Select
            label={words.language}
            options={LANGUAGES.map((value) => ({ value, label: nameOf(value) }))}
            value={language}
            onChange={(chosen) => setLanguage(chosen as Language)}
          />
          <div lang={language} dir={isRightToLeft(language) ? 'rtl' : 'ltr'} data-promise>
            <List>
              {[...lines, ...conditions].map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </div>
        </BlockStack>
      </BlockStack>
    </Card>
  )
}
