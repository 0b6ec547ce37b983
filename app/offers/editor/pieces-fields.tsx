import { Checkbox, InlineStack, TextField } from '@shopify/polaris'
import { useEditor } from './editor-state.tsx'
import type { PiecesDraft } from './step-draft.ts'
import { STEP_WORDS as words } from './step-words.ts'

interface PiecesFieldsProps {
  pieces: PiecesDraft
  path: string
  title?: string // of what is counted, for those who do not see where the field stands
  onChange: (pieces: Partial<PiecesDraft>) => void
}

/** How many of it, and whether the shopper may say so herself. */
export function PiecesFields({ pieces, path, title, onChange }: PiecesFieldsProps) {
  const { quantity, fixed } = pieces
  // Opened with room to choose: a range of one is none.
  const open = (free: boolean) => onChange({ fixed: !free, least: '1', most: String(Math.max(5, Number(quantity) || 1)) })
  return (
    <InlineStack gap="300" blockAlign="end">
      <Count label={words.quantity} value={quantity} path={`${path}.quantity`} onChange={(typed) => onChange({ quantity: typed })} />
      {fixed ? null : (
        <>
          <Count label={words.least} value={pieces.least} path={`${path}.least`} onChange={(least) => onChange({ least })} />
          <Count label={words.most} value={pieces.most} path={`${path}.most`} onChange={(most) => onChange({ most })} />
        </>
      )}
      <Checkbox
        label={title ? <span aria-label={words.mayChangeOf(title)}>{words.mayChange}</span> : words.mayChange}
        checked={!fixed}
        onChange={open}
      />
    </InlineStack>
  )
}

const Count = ({ label, value, path, onChange }: { label: string; value: string; path: string; onChange: (typed: string) => void }) => {
  const { field } = useEditor()
  return (
    <div className="narrow">
      <TextField id={path} label={label} inputMode="numeric" autoComplete="off" value={value} onChange={onChange} {...field(path)} />
    </div>
  )
}
