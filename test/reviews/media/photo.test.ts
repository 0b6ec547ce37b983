import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { redrawPhoto } from '#app/reviews/media/photo.server.ts'

const folder = await mkdtemp(join(tmpdir(), 'photo-test-'))
const file = async (name: string, bytes: Buffer | string) => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } })

test('a photo is turned upright, made smaller, and tells no place', async () => {
  const exif = { IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLongitude: '13/1 24/1 0/1' } }
  const taken = await plain(3_000, 1_500).withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer()
  expect((await sharp(taken).metadata()).exif).toBeDefined()
  const drawn = await redrawPhoto(await file('a.jpg', taken))
  if (!drawn.ok) throw new Error(drawn.because)
  const { width, height, format, exif: left, orientation, icc, xmp } = await sharp(drawn.value.bytes).metadata()
  expect({ width, height, format }).toEqual({ width: 1_024, height: 2_048, format: 'webp' })
  expect([left, orientation, icc, xmp]).toEqual([undefined, undefined, undefined, undefined])
})

test('a small one stays as large as it is', async () => {
  const drawn = await redrawPhoto(await file('b.png', await plain(40, 30).png().toBuffer()))
  expect(drawn).toMatchObject({ ok: true, value: { width: 40, height: 30 } })
})

const bomb = async () => {
  const png = await plain(1, 1).png().toBuffer()
  // The header claims 30,000 by 30,000 points.
  png.writeUInt32BE(30_000, 16)
  png.writeUInt32BE(30_000, 20)
  return png
}
test.each([
  ['a bomb', bomb],
  ['a drawing that is a program', async () => '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'],
  ['a text that is called a picture', async () => 'hello'],
  ['half a picture', async () => (await plain(400, 400).jpeg().toBuffer()).subarray(0, 500)],
  ['nothing', async () => ''],
])('%s is refused', async (name, bytes) => {
  expect(await redrawPhoto(await file(`${name}.jpg`, await bytes()))).toMatchObject({ ok: false, because: 'photo-kind' })
})
