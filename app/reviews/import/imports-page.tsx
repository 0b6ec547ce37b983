import { Badge, Banner, BlockStack, Box, Button, Card, InlineStack, Layout, Link, Page, Text, TextField } from '@shopify/polaris'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useRef, useState } from 'react'
import { DownloadButton } from '#app/ui/download-button.tsx'
import { Pages } from '#app/ui/pages.tsx'
import type { Paged } from '#app/values/listed.ts'
import { words } from './words.ts'

export interface ImportsProps {
  imports: readonly { id: string; fileName: string; state: string; rows: number; at: string }[]
  paged: Paged
  feed: string
  onGo: (to: { page: number }) => void
  onReceived: (id: string) => void
}

export const ImportsPage = ({ imports, paged, feed, onGo, onReceived }: ImportsProps) => (
  <Page title={words.title} backAction={{ content: words.reviews, url: '/reviews' }}>
    <Layout>
      <Layout.AnnotatedSection title={words.bring} description={words.bringAbout}>
        <ChooseFile onReceived={onReceived} />
      </Layout.AnnotatedSection>
      <Layout.AnnotatedSection title={words.past}>
        <Card padding="0">
          <Past imports={imports} />
          <Pages {...paged} onGo={onGo} />
        </Card>
      </Layout.AnnotatedSection>
      <Layout.AnnotatedSection title={words.take} description={words.takeAbout}>
        <Card>
          <InlineStack gap="500">
            <DownloadButton address="/reviews/export?as=encore" name="encore-reviews.csv" label={words.exportOurs}>
              {words.exportOurs}
            </DownloadButton>
            <DownloadButton address="/reviews/export?as=judge-me" name="judge-me-reviews.csv" label={words.exportJudgeMe}>
              {words.exportJudgeMe}
            </DownloadButton>
          </InlineStack>
        </Card>
      </Layout.AnnotatedSection>
      <Feed address={feed} />
    </Layout>
  </Page>
)

const Past = ({ imports }: Pick<ImportsProps, 'imports'>) => (
  <Box padding="400">
    <BlockStack gap="300">
      {imports.length === 0 ? <Text as="p">{words.none}</Text> : null}
      {imports.map(({ id, fileName, state, rows, at }) => (
        <InlineStack key={id} align="space-between" blockAlign="center" gap="300">
          <BlockStack>
            <Link url={`/reviews/import/${id}`}>{fileName}</Link>
            <Text as="span" tone="subdued">
              {at} · {words.lines(rows)}
            </Text>
          </BlockStack>
          <Badge tone={state === 'done' ? 'success' : 'info'}>{words.state[state] ?? state}</Badge>
        </InlineStack>
      ))}
    </BlockStack>
  </Box>
)

interface NotReceived {
  because: keyof typeof words.failed
  line?: number
}
const sayProblem = ({ because, line }: NotReceived): string => (line ? words.brokenAt(line) : words.failed[because])

function ChooseFile({ onReceived }: Pick<ImportsProps, 'onReceived'>) {
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'reading' | { problem: string }>('idle')
  const send = async (file: File | undefined) => {
    if (!file) return
    setState('reading')
    const address = `/reviews/import/upload?${new URLSearchParams({ name: file.name, key: `${file.name}:${file.size}:${file.lastModified}` })}`
    const answer = await fetch(address, { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } })
      .then((response) => response.json() as Promise<{ id: string } | NotReceived>)
      .catch((): NotReceived => ({ because: 'broken' }))
    if ('id' in answer) onReceived(answer.id)
    else setState({ problem: sayProblem(answer) })
    if (input.current) input.current.value = ''
  }
  return (
    <Card>
      <BlockStack gap="300">
        {typeof state === 'object' ? <Banner tone="critical">{state.problem}</Banner> : null}
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          aria-label={words.file}
          onChange={(event) => void send(event.currentTarget.files?.[0])}
        />
        <InlineStack>
          <Button variant="primary" loading={state === 'reading'} onClick={() => input.current?.click()}>
            {words.chooseFile}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  )
}

function Feed({ address }: { address: string }) {
  const shopify = useAppBridge()
  const copy = () => void navigator.clipboard?.writeText(address).then(() => shopify.toast.show(words.copied))
  return (
    <Layout.AnnotatedSection title={words.feed} description={words.feedAbout}>
      <Card>
        <TextField
          label={words.feedAddress}
          value={address}
          readOnly
          autoComplete="off"
          selectTextOnFocus
          connectedRight={<Button onClick={copy}>{words.copy}</Button>}
        />
      </Card>
    </Layout.AnnotatedSection>
  )
}
