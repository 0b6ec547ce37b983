import { BlockStack, InlineStack, Select, Text, TextField } from '@shopify/polaris'
import { isRightToLeft, LANGUAGES, type Language } from '#app/values/languages.ts'
import { useEditor } from './editor-state.tsx'
import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import type { StepWording } from '../step.ts'
import { wordingOf, type StepDraft } from './step-draft.ts'
import { STEP_WORDS as words } from './step-words.ts'

interface WordingFieldsProps {
  index: number
  step: StepDraft
}

const LONGEST = { headline: 120, body: 600, accept: 40, decline: 40 } as const

/** The merchant's own words, language by language; the preview speaks the one that is open. */
export function WordingFields({ index, step }: WordingFieldsProps) {
  const { language, setLanguage } = useEditor()
  const options = LANGUAGES.map((value) => {
    const own = Object.values(wordingOf(step, value)).some(Boolean)
    return { value, label: own ? words.written(LANGUAGE_NAMES[value]) : LANGUAGE_NAMES[value] }
  })
  return (
    <BlockStack gap="300">
      <Select label={words.language} options={options} value={language} onChange={(chosen) => setLanguage(chosen as Language)} />
      <div dir={isRightToLeft(language) ? 'rtl' : 'ltr'} lang={language}>
        <BlockStack gap="300">
          <Line index={index} step={step} part="headline" />
          <Line index={index} step={step} part="body" lines={2} />
          <InlineStack gap="300" blockAlign="start">
            <div className="half">
              <Line index={index} step={step} part="accept" help={words.acceptHelp} />
            </div>
            <div className="half">
              <Line index={index} step={step} part="decline" />
            </div>
          </InlineStack>
        </BlockStack>
      </div>
      <Text as="p" tone="subdued">
        {words.placeholders}
      </Text>
    </BlockStack>
  )
}

interface LineProps extends WordingFieldsProps {
  part: keyof StepWording
  lines?: number
  help?: string
}

function Line({ index, step, part, lines, help }: LineProps) {
  const { changeStep, field, language } = useEditor()
  const wording = wordingOf(step, language)
  const path = `steps.${index}.wording.${language}.${part}`
  const write = (text: string) => changeStep(index, { wording: { ...step.wording, [language]: { ...wording, [part]: text } } })
  return (
    <TextField
      id={path}
      label={<span dir="ltr">{words[part]}</span>}
      placeholder={part === 'body' ? '' : words.own}
      autoComplete="off"
      maxLength={LONGEST[part]}
      value={wording[part]}
      onChange={write}
      {...(lines ? { multiline: lines } : {})}
      {...(help ? { helpText: help } : {})}
      {...field(path)}
    />
  )
}
