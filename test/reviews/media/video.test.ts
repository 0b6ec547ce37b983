import fc from 'fast-check'
import { expect, test } from 'vitest'
import { videoTypeOf, withoutPlace } from '#app/reviews/media/video.ts'
import { box, mp4, PLACE, textIn, webm } from './video-bytes.ts'

const keys = box('meta', box('keys', 'com.apple.quicktime.location.ISO6709'), box('ilst', PLACE))

test.each([
  ['Android’s ©xyz', mp4({ user: box('©xyz', PLACE) })],
  ['3GPP’s loci', mp4({ user: box('loci', PLACE) })],
  ['Apple’s keys', mp4({ brand: 'qt  ', moov: keys })],
  ['user data of a track', mp4({ moov: box('trak', box('udta', box('©xyz', PLACE))) })],
  ['XMP beside the film', mp4({ after: box('uuid', PLACE) })],
  ['what an editor left behind', mp4({ after: box('free', PLACE) })],
  ['WebM’s tags', webm()],
  ['WebM of a recorder', webm({ known: false })],
])('%s: the place is gone, and nothing has moved', (_, bytes) => {
  expect(textIn(bytes)).toContain(PLACE)
  const clean = withoutPlace(bytes)
  if (!clean.ok) throw new Error(clean.because)
  expect(textIn(clean.value)).not.toContain(PLACE)
  expect(clean.value.length).toBe(bytes.length)
  for (const kept of ['picture after picture', 'tracks', 'cluster'])
    expect(textIn(clean.value).indexOf(kept)).toBe(textIn(bytes).indexOf(kept))
})

test.each([
  ['a track of places', mp4({ samples: 'gpmd' }), 'video-place'],
  ['another kind of it', mp4({ samples: 'camm' }), 'video-place'],
  ['a picture', Uint8Array.from([255, 216, 255, 224, 0, 0, 0, 0, 0, 0, 0, 0]), 'video-kind'],
  ['a film without its table of contents', Uint8Array.from(box('ftyp', 'isom')), 'video-kind'],
  [
    'a box that is longer than the file',
    Uint8Array.from([...box('ftyp', 'isom'), 0, 0, 255, 255, ...[...'moov'].map((c) => c.charCodeAt(0))]),
    'video-kind',
  ],
  ['nothing', new Uint8Array(), 'video-kind'],
])('%s is refused', (_, bytes, because) => expect(withoutPlace(bytes)).toMatchObject({ ok: false, because }))

test.each([
  [mp4(), 'video/mp4'],
  [mp4({ brand: 'qt  ' }), 'video/quicktime'],
  [webm(), 'video/webm'],
  [Uint8Array.from([1, 2, 3]), null],
])('a video is what its bytes are', (bytes, type) => expect(videoTypeOf(bytes)).toBe(type))

test('no bytes bring it out of order', () => {
  fc.assert(
    fc.property(fc.constantFrom(mp4({ user: box('©xyz', PLACE) }), webm()), fc.nat(400), fc.nat(255), (video, place, value) => {
      const broken = Uint8Array.from(video)
      broken[place % broken.length] = value
      const told = withoutPlace(broken)
      if (told.ok) expect(told.value.length).toBe(broken.length)
    }),
  )
})
