import { Banner, BlockStack, Page } from '@shopify/polaris'
import { useState, type ReactNode } from 'react'
import { Section } from '#app/ui/section.tsx'
import type { Language } from '#app/values/languages.ts'
import type { Change } from './changes.ts'
import { Changes } from './versions-page.tsx'
import { VERSION_WORDS as words } from './version-words.ts'

interface VersionPageProps {
  id: string
  title: string
  version: number
  savedAt: string
  current: boolean
  parts: readonly Change[]
  language: Language
  restoring: boolean
  onRestore: () => void
  renderPreview: (language: Language, setLanguage: (language: Language) => void) => ReactNode
}

/** One version as it was, to look at and to bring back. */
export function VersionPage({
  id,
  title,
  version,
  savedAt,
  current,
  parts,
  language: first,
  restoring,
  onRestore,
  renderPreview,
}: VersionPageProps) {
  const [language, setLanguage] = useState(first)
  const restore = { content: words.restore, onAction: onRestore, loading: restoring }
  return (
    <Page
      title={words.version(version)}
      subtitle={`${title}. ${words.savedAt(savedAt)}`}
      backAction={{ content: words.title, url: `/offers/${id}/versions` }}
      fullWidth
      {...(current ? {} : { primaryAction: restore })}
    >
      <div className="editor">
        <BlockStack gap="400">
          <Banner tone="info">
            <p>{current ? words.isCurrent : `${words.old} ${words.restoreNote}`}</p>
          </Banner>
          <Section title={words.contents}>
            <Changes changes={parts} />
          </Section>
        </BlockStack>
        <aside className="editor-side">{renderPreview(language, setLanguage)}</aside>
      </div>
    </Page>
  )
}
