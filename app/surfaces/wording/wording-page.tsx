import { Banner, BlockStack, Box, Button, InlineStack, Page, Select, TextField } from '@shopify/polaris'
import { memo, useCallback, useMemo, useState, type ReactNode } from 'react'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import { BesidePreview, SeePreview } from '#app/ui/beside-preview.tsx'
import { Section } from '#app/ui/section.tsx'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import type { Conflict } from '#app/ui/use-held.tsx'
import { isRightToLeft, LANGUAGES, type Language } from '#app/values/languages.ts'
import { catalogueOf } from './catalogue.ts'
import { placeholdersIn, tidied, type Overrides } from './overrides.ts'
import { groupsOf, problemsIn, written } from './wording-view.ts'
import { WORDING_WORDS as words } from './wording-words.ts'

interface WordingPageProps {
  saved: Overrides
  language: Language
  onLanguage: (language: Language) => void
  refused: boolean
  conflict: Conflict | null
  saving: boolean
  onSave: (overrides: Overrides) => void
  renderPreview: (texts: Readonly<Record<string, string>>) => ReactNode
}

/** What Encore says to shoppers, each text to be replaced by the shop's own. */
export function WordingPage({ saved, language, onLanguage, refused, conflict, saving, onSave, renderPreview }: WordingPageProps) {
  const [draft, setDraft] = useState(saved)
  const ours = catalogueOf(language)
  const texts = draft[language] ?? {}
  const problems = useMemo(() => problemsIn(draft, (one) => catalogueOf(one)), [draft])
  const dirty = JSON.stringify(tidied(draft, (one) => catalogueOf(one))) !== JSON.stringify(saved)
  const write = useCallback((name: string, text?: string) => setDraft((now) => written(now, language, name, text)), [language])
  const [wrong] = Object.keys(problems)
  const save = () => (wrong ? onLanguage(languageIn(wrong)) : onSave(tidied(draft, (one) => catalogueOf(one))))
  return (
    <Page title={words.title} subtitle={words.about} backAction={{ content: words.settings, url: '/settings' }} fullWidth>
      <UnsavedChanges open={dirty} saving={saving} conflict={conflict} onSave={save} onDiscard={() => setDraft(saved)} />
      <BesidePreview preview={renderPreview(texts)}>
        <BlockStack gap="400">
          {refused || wrong ? (
            <Banner tone="critical">
              {refused ? <p>{words.refused}</p> : <p>{`${LANGUAGE_NAMES[languageIn(wrong!)]}: ${problems[wrong!]}`}</p>}
            </Banner>
          ) : null}
          <SeePreview />
          <Box paddingInline={{ xs: '400', sm: '0' }}>
            <Languages language={language} draft={draft} onChoose={onLanguage} />
          </Box>
          {groupsOf(ours).map(({ group, texts: named }) => (
            <Section key={group} title={words.groups[group]}>
              {named.map(([name, own]) => (
                <Line
                  key={name}
                  {...{ name, own, language, text: texts[name], problem: problems[`${language}.${name}`], onWrite: write }}
                />
              ))}
            </Section>
          ))}
        </BlockStack>
      </BesidePreview>
    </Page>
  )
}

const languageIn = (problem: string): Language => problem.split('.')[0] as Language

interface LanguagesProps {
  language: Language
  draft: Overrides
  onChoose: (language: Language) => void
}

const Languages = ({ language, draft, onChoose }: LanguagesProps) => (
  <Select
    label={words.language}
    options={LANGUAGES.map((value) => ({
      value,
      label: words.ownTexts(LANGUAGE_NAMES[value], Object.keys(draft[value] ?? {}).length),
    }))}
    value={language}
    onChange={(chosen) => onChoose(chosen as Language)}
  />
)

interface LineProps {
  name: string
  own: string
  language: Language
  text: string | undefined
  problem: string | undefined
  onWrite: (name: string, text?: string) => void
}

/** Half a hundred of them: only the one that is being written is drawn again. */
const Line = memo(({ name, own, language, text, problem, onWrite }: LineProps) => {
  const label = words.texts[name] ?? name
  const placeholders = placeholdersIn(own)
  return (
    <InlineStack gap="200" blockAlign="end" wrap={false}>
      <div className="grow" dir={isRightToLeft(language) ? 'rtl' : 'ltr'} lang={language}>
        <TextField
          id={`${language}.${name}`}
          label={<span dir="ltr">{label}</span>}
          autoComplete="off"
          value={text ?? own}
          onChange={(value) => onWrite(name, value)}
          error={problem ?? false}
          {...(own.length > 60 ? { multiline: 2 } : {})}
          {...(placeholders.length > 0 ? { helpText: <span dir="ltr">{words.keep(placeholders.join(' '))}</span> } : {})}
        />
      </div>
      {text === undefined ? null : (
        <Button variant="plain" accessibilityLabel={words.resetLabel(label)} onClick={() => onWrite(name)}>
          {words.reset}
        </Button>
      )}
    </InlineStack>
  )
})
