/** How a text message is counted and paid for: in segments, of 160 letters alone and 153 in a row; 70 and 67 as soon as one letter is not of GSM 03.38. */
export interface Segments {
  letters: number
  segments: number
  /** Every letter is one of GSM 03.38. */
  plain: boolean
}

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
// Each of these takes the room of two.
const EXTENDED = '^{}\\[~]|€\f'
const ALONE = { plain: 160, other: 70 }
const IN_A_ROW = { plain: 153, other: 67 }

export function segmentsOf(text: string): Segments {
  const letters = [...text]
  const plain = letters.every((letter) => BASIC.includes(letter) || EXTENDED.includes(letter))
  // UTF-16 units: an emoji is two.
  const size = plain ? letters.length + letters.filter((letter) => EXTENDED.includes(letter)).length : text.length
  const kind = plain ? 'plain' : 'other'
  return { letters: size, segments: size <= ALONE[kind] ? 1 : Math.ceil(size / IN_A_ROW[kind]), plain }
}
