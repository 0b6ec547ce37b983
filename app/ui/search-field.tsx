import { TextField } from '@shopify/polaris'
import { useTyped } from './use-typed.tsx'

interface SearchFieldProps {
  search: string
  /** What may be searched for. */
  label: string
  slim?: boolean
  onSearch: (search: string) => void
}

/** The search above a list, told once she pauses. */
export function SearchField({ search, label, slim = false, onSearch }: SearchFieldProps) {
  const [text, setText] = useTyped(search, onSearch)
  return (
    <TextField
      label={label}
      labelHidden
      placeholder={label}
      type="search"
      autoComplete="off"
      {...(slim ? { size: 'slim' as const } : {})}
      value={text}
      onChange={setText}
      clearButton
      onClearButtonClick={() => setText('')}
    />
  )
}
