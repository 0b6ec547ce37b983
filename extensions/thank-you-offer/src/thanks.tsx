/** @jsxImportSource preact */
import type { BlockAnswer } from '../../../app/surfaces/contract.ts'

type Review = NonNullable<BlockAnswer['review']>
type Codes = NonNullable<BlockAnswer['codes']>

export const ReviewPrompt = ({ headline, text, button, url }: Review) => (
  <s-section heading={headline}>
    <s-stack gap="base">
      <s-paragraph>{text}</s-paragraph>
      <s-button variant="secondary" {...(url ? { href: url } : {})}>
        {button}
      </s-button>
    </s-stack>
  </s-section>
)

/** Her codes, each with the button that copies it: Shopify's own, which also says that it did. Store credit has none. */
export const OwnCodes = ({ headline, copy, codes }: Codes) => (
  <s-section heading={headline}>
    <s-stack gap="base">
      {codes.map(({ code, text, gift }, index) => (
        <s-stack key={code ?? text} gap="small-300">
          <s-text color="subdued">{text}</s-text>
          {code && (
            <s-stack direction="inline" gap="base" alignItems="center">
              <s-text type="strong" dir="ltr">
                {code}
              </s-text>
              <s-button variant="secondary" command="--copy" commandFor={`code-${index}`} accessibilityLabel={`${copy} ${code}`}>
                {copy}
              </s-button>
              <s-clipboard-item id={`code-${index}`} text={code} />
            </s-stack>
          )}
          {gift && (
            <s-button variant="secondary" href={gift.url}>
              {gift.label}
            </s-button>
          )}
        </s-stack>
      ))}
    </s-stack>
  </s-section>
)
