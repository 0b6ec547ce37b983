import { expect, test } from 'vitest'
import { CollectingSettings } from '#app/reviews/collecting/settings.ts'

test('a question is asked once, however it is written', () => {
  const questions = ['Does it fit?', 'How tall are you?', ' does it FIT? ']
  expect(CollectingSettings.parse({ questions }).questions).toEqual(['Does it fit?', 'How tall are you?'])
})
