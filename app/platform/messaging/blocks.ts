import type * as mailComponents from '@react-email/components'
import { createElement as h } from 'react'
import type { ReactElement } from 'react'
import type { Block } from '../../values/letter.ts'

type Mail = typeof mailComponents

const TEXT = { fontSize: '16px', lineHeight: '24px', margin: '0 0 16px' }

/** Black or white, whichever can be read on the colour (WCAG's relative luminance). */
export function inkOn(color: string): '#000000' | '#ffffff' {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = channels.map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000000' : '#ffffff'
}

/** How each kind of block looks. */
export function painters(mail: Mail, color: string): (block: Block) => ReactElement {
  const paint: { [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>) => ReactElement } = {
    heading: ({ text }) => h(mail.Heading, { as: 'h1', style: { fontSize: '22px', lineHeight: '28px', margin: '0 0 12px' } }, text),
    text: ({ text }) => h(mail.Text, { style: { ...TEXT, whiteSpace: 'pre-line' } }, text),
    note: ({ text }) =>
      h(mail.Text, { className: 'soft', style: { ...TEXT, color: '#6b6b6b', fontSize: '13px', lineHeight: '20px' } }, text),
    button: ({ label, url }) => h(mail.Section, { style: { textAlign: 'center', padding: '4px 0 20px' } }, button(mail, color, label, url)),
    product: (block) => product(mail, color, block),
    code: ({ label, code, note }) =>
      h(
        mail.Section,
        {
          className: 'box',
          style: {
            backgroundColor: '#f6f6f6',
            border: '1px dashed #8a8a8a',
            borderRadius: '8px',
            padding: '16px',
            textAlign: 'center',
            marginBottom: '16px',
          },
        },
        h(mail.Text, { style: { ...TEXT, margin: 0 } }, label),
        h(
          mail.Text,
          {
            dir: 'ltr',
            style: {
              fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
              fontSize: '22px',
              fontWeight: 700,
              letterSpacing: '1px',
              margin: '8px 0',
            },
          },
          code,
        ),
        h(mail.Text, { className: 'soft', style: { color: '#6b6b6b', fontSize: '13px', margin: 0 } }, note),
      ),
    list: ({ items }) =>
      h(
        'ul',
        { style: { margin: '0 0 16px', paddingInlineStart: '20px' } },
        items.map((item) => h('li', { key: item, style: { fontSize: '16px', lineHeight: '24px' } }, item)),
      ),
  }
  return (block) => (paint[block.kind] as (block: Block) => ReactElement)(block)
}

const button = (mail: Mail, color: string, label: string, url: string): ReactElement =>
  h(
    mail.Button,
    {
      href: url,
      target: '_blank',
      style: { backgroundColor: color, color: inkOn(color), borderRadius: '6px', padding: '12px 24px', fontSize: '16px', fontWeight: 600 },
    },
    label,
  )

const PRAISE = { color: '#6b6b6b', fontSize: '14px', lineHeight: '20px', margin: '0 0 8px' }

/** All stars look alike, and each opens the same form: which one was touched is only where it begins. */
function product(mail: Mail, color: string, block: Extract<Block, { kind: 'product' }>): ReactElement {
  const { title, imageUrl, url, price, was, praise = [], stars, action } = block
  const star = ({ label, url: href }: { label: string; url: string }) =>
    h(
      'a',
      {
        key: href,
        href,
        target: '_blank',
        title: label,
        'aria-label': label,
        style: { color: '#b98900', textDecoration: 'none', fontSize: '30px', lineHeight: '36px', padding: '0 3px' },
      },
      '☆',
    )
  return h(
    mail.Section,
    {
      className: 'box',
      style: {
        backgroundColor: '#fafafa',
        border: '1px solid #e3e3e3',
        borderRadius: '8px',
        padding: '16px',
        marginBottom: '16px',
        textAlign: 'center',
      },
    },
    imageUrl
      ? h(
          'a',
          { href: url, target: '_blank' },
          h(mail.Img, {
            src: imageUrl,
            alt: '',
            width: 160,
            style: { margin: '0 auto 8px', borderRadius: '6px', maxWidth: '100%', height: 'auto' },
          }),
        )
      : null,
    h(mail.Text, { style: { fontSize: '16px', fontWeight: 600, margin: '0 0 4px' } }, title),
    price ? h('p', { style: { fontSize: '16px', margin: '0 0 8px' } }, ...pricesOf(price, was)) : null,
    ...praise.map((text) => h(mail.Text, { key: text, className: 'soft', style: PRAISE }, text)),
    stars.length > 0 ? h('p', { dir: 'ltr', style: { margin: '0 0 8px' } }, stars.map(star)) : null,
    action ? button(mail, color, action, url) : null,
  )
}

/** `bdi`, because an amount runs in its own direction within a line of Hebrew or Arabic. */
const pricesOf = (price: string, was: string | undefined): ReactElement[] => [
  h('bdi', { key: 'price' }, price),
  ...(was ? [h('s', { key: 'was', className: 'soft', style: { color: '#6b6b6b', marginInlineStart: '8px' } }, h('bdi', null, was))] : []),
]
