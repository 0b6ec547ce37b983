import { expect, test } from 'vitest'
import { sayCode } from '#app/surfaces/block/thanks-view.ts'

const words = { until: '{value}, until {date}' } as Parameters<typeof sayCode>[0]

test.each([
  ['a code is shown with what it gives', { code: 'OF-7' }, { code: 'OF-7', text: '10% off, until Friday' }],
  [
    'store credit has no code, and says where it is',
    { code: null, notes: ['It is in your account.'] },
    { text: '10% off, until Friday · It is in your account.' },
  ],
  [
    'a gift has its way into the cart, and a condition is told',
    { code: 'OF-7', notes: ['Minimum order: €30.00'], gift: { label: 'Take it', url: 'https://aurora.example/' } },
    {
      code: 'OF-7',
      text: '10% off, until Friday · Minimum order: €30.00',
      gift: { label: 'Take it', url: 'https://aurora.example/' },
    },
  ],
])('%s', (_, own, shown) => expect(sayCode(words, { ...own, value: '10% off', date: 'Friday' })).toEqual(shown))
