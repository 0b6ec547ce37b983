const text = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0))
const u32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

/** A box of an MP4: its length, its four letters, what is in it. */
export const box = (type: string, ...content: (number[] | string)[]): number[] => {
  const inner = content.flatMap((part) => (typeof part === 'string' ? text(part) : part))
  return [...u32(inner.length + 8), ...text(type), ...inner]
}

export const PLACE = '+52.5200+013.4050/'

/** A small MP4: enough boxes to be one, and no picture. */
export function mp4({
  brand = 'isom',
  user = [] as number[],
  moov = [] as number[],
  samples = 'avc1',
  after = [] as number[],
} = {}): Uint8Array {
  const stsd = box('stsd', u32(0), u32(1), box(samples, '........'))
  const track = box('trak', box('mdia', box('minf', box('stbl', stsd))))
  const movie = box('moov', box('mvhd', 'x'.repeat(20)), track, user.length > 0 ? box('udta', user) : [], moov)
  return Uint8Array.from([...box('ftyp', brand, u32(0)), ...movie, ...box('mdat', 'picture after picture'), ...after])
}

const element = (id: number[], content: number[]): number[] => [...id, 0x40 | (content.length >> 8), content.length & 255, ...content]
const SEGMENT_OF_UNKNOWN_SIZE = [0x18, 0x53, 0x80, 0x67, 0x01, 255, 255, 255, 255, 255, 255, 255]

export function webm({ tags = PLACE, known = true } = {}): Uint8Array {
  const inner = [
    ...element([0x16, 0x54, 0xae, 0x6b], text('tracks')),
    ...element([0x12, 0x54, 0xc3, 0x67], text(`LOCATION ${tags}`)),
    ...element([0x1f, 0x43, 0xb6, 0x75], text('cluster')),
  ]
  const head = element([0x1a, 0x45, 0xdf, 0xa3], text('webm'))
  return Uint8Array.from([...head, ...(known ? element([0x18, 0x53, 0x80, 0x67], inner) : [...SEGMENT_OF_UNKNOWN_SIZE, ...inner])])
}

export const textIn = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
