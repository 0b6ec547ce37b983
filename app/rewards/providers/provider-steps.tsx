import { BlockStack, Button, FormLayout, InlineStack, Select, Spinner, Text, TextField } from '@shopify/polaris'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useState } from 'react'
import { Section } from '#app/ui/section.tsx'
import { ChangedMeanwhile } from '#app/ui/unsaved-changes.tsx'
import type { Conflict } from '#app/ui/use-held.tsx'
import type { ConnectionKeys } from './connection.ts'
import { providerWords } from './provider-words.ts'
import type { ProviderView } from './providers-view.ts'
import type { Encoding } from './seal.ts'
import { words } from './words.ts'

/** Where there is nothing to paste, no further step tells the note. */
const hasKeys = ({ provider, throughShopify }: ProviderView): boolean => {
  const { secret, apiKey } = providerWords[provider]
  return !throughShopify && (secret !== undefined || apiKey !== undefined)
}

export function AddressStep({ view }: { view: ProviderView }) {
  const { provider, address } = view
  const { where, note } = providerWords[provider]
  const shopify = useAppBridge()
  const copy = async () => {
    await navigator.clipboard.writeText(address ?? '')
    shopify.toast.show(words.copied)
  }
  return (
    <Section title={view.throughShopify ? words.stepWay : words.stepAddress}>
      <Text as="p">{where}</Text>
      {note && !hasKeys(view) ? <Text as="p">{note}</Text> : null}
      {address ? (
        <TextField
          label={words.addressLabel}
          value={address}
          readOnly
          selectTextOnFocus
          autoComplete="off"
          helpText={words.addressHelp}
          connectedRight={<Button onClick={() => void copy()}>{words.copy}</Button>}
        />
      ) : (
        <Text as="p" tone="subdued">
          {words.throughShopify}
        </Text>
      )}
    </Section>
  )
}

interface KeysProps {
  view: ProviderView
  busy: boolean
  conflict: Conflict | null
  onSave: (keys: ConnectionKeys) => void
}

const ENCODINGS = (Object.keys(words.encodings) as Encoding[]).map((value) => ({ value, label: words.encodings[value] }))

/** A key that was saved is never shown again; an empty field leaves it as it is. */
export function KeysStep({ view, busy, conflict, onSave }: KeysProps) {
  const { secret: secretLabel, apiKey: apiKeyLabel, note } = providerWords[view.provider]
  const [secret, setSecret] = useState('')
  const [apiKey, setApiKey] = useState('')
  const [header, setHeader] = useState(view.header)
  const [encoding, setEncoding] = useState<Encoding>(view.encoding)
  const save = () =>
    onSave({ ...(secret && { secret }), ...(apiKey && { apiKey }), ...(view.configurable && { header: header || null, encoding }) })
  const kept = (is: boolean) => (is ? words.keyKept : '')
  if (!hasKeys(view)) return null
  return (
    <Section title={words.stepKeys}>
      {conflict ? <ChangedMeanwhile conflict={conflict} saving={busy} onSave={save} /> : null}
      <FormLayout>
        {apiKeyLabel ? (
          <TextField label={apiKeyLabel} value={apiKey} onChange={setApiKey} autoComplete="off" placeholder={kept(view.hasApiKey)} />
        ) : null}
        {secretLabel ? (
          <TextField
            label={secretLabel}
            type="password"
            value={secret}
            onChange={setSecret}
            autoComplete="off"
            placeholder={kept(view.hasSecret)}
            helpText={note}
          />
        ) : null}
        {view.configurable ? (
          <FormLayout.Group>
            <TextField label={words.headerLabel} value={header} onChange={setHeader} autoComplete="off" helpText={words.headerHelp} />
            <Select label={words.encodingLabel} options={ENCODINGS} value={encoding} onChange={(value) => setEncoding(value as Encoding)} />
          </FormLayout.Group>
        ) : null}
        <Button variant="primary" loading={busy} onClick={save}>
          {words.saveKeys}
        </Button>
      </FormLayout>
    </Section>
  )
}

/** Says so as soon as the first event is there. */
export function TestStep({ view, busy, onTest }: { view: ProviderView; busy: boolean; onTest: () => void }) {
  const { lastEvent, testable, throughShopify } = view
  return (
    <Section title={words.stepTest(hasKeys(view) ? 3 : 2)}>
      {testable ? (
        <BlockStack gap="100" inlineAlign="start">
          <Button loading={busy} onClick={onTest}>
            {words.sendTest}
          </Button>
          <Text as="p" tone="subdued">
            {throughShopify ? words.sendTestThroughShopify : words.sendTestHelp}
          </Text>
        </BlockStack>
      ) : null}
      <div role="status">
        {lastEvent ? (
          <BlockStack gap="100">
            <Text as="p" fontWeight="semibold">
              {words.arrived(lastEvent)}
            </Text>
            <Text as="p" tone="subdued">
              {words.works}
            </Text>
          </BlockStack>
        ) : (
          <BlockStack gap="200">
            <InlineStack gap="200" blockAlign="center">
              <Spinner size="small" />
              <Text as="p" fontWeight="semibold">
                {words.waiting}
              </Text>
            </InlineStack>
            <Text as="p" tone="subdued">
              {words.waitingHelp}
            </Text>
          </BlockStack>
        )}
      </div>
    </Section>
  )
}
