import { TextField, type TextFieldProps } from '@shopify/polaris'

type Told = Required<Pick<TextFieldProps, 'label' | 'helpText' | 'placeholder' | 'error' | 'onChange'>> & { value: string }

/** A merchant's own words of a text message: of two segments at most. */
export const TextMessageField = (told: Told) => <TextField autoComplete="off" multiline={2} maxLength={320} {...told} />
