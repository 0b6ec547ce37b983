import { Banner, List } from '@shopify/polaris'
import { useMemo } from 'react'
import { Unanswered } from '#app/ui/unanswered.tsx'
import { useAnswer } from '#app/ui/use-answer.tsx'
import type { Warning } from '../warnings.ts'
import { EDITOR_WORDS as words } from './editor-words.ts'
import { useEditor } from './editor-state.tsx'

const PATIENCE = 700 // ms without a change before the server is asked

/** What would keep this offer from being seen, while it is being written; none of it forbids to save. */
export function WarningsCard({ id }: { id: string | null }) {
  const { answer, ...question } = useWarnings(id)
  const warnings = answer?.warnings ?? []
  return (
    <>
      <div aria-live="polite">
        {warnings.length > 0 ? (
          <Banner tone="warning" title={words.warnings(warnings.length)}>
            <List>
              {warnings.map(({ says }) => (
                <List.Item key={says}>{says}</List.Item>
              ))}
            </List>
          </Banner>
        ) : null}
      </div>
      <Unanswered {...question} />
    </>
  )
}

function useWarnings(id: string | null) {
  const { candidate } = useEditor()
  const body = useMemo(() => JSON.stringify({ id, definition: candidate }), [id, candidate])
  return useAnswer<{ warnings: Warning[] }>('/warnings', { body, patience: PATIENCE })
}
