import { Banner } from '@shopify/polaris'
import { EDITOR_WORDS } from '../editor/editor-words.ts'

const { inTest } = EDITOR_WORDS

export interface InTest {
  letter: 'A' | 'B'
  other: string // what the other side is called
  running: boolean
}

/** Above the fields of an offer that is one side of an A/B test. */
export const ExperimentBanner = ({ id, test: { letter, other, running } }: { id: string; test: InTest }) => (
  <Banner
    tone={running ? 'warning' : 'info'}
    title={running ? inTest.running(letter, other) : inTest.prepared(letter, other)}
    action={{ content: inTest.open, url: `/offers/${id}/experiment` }}
  >
    <p>{running ? inTest.keep : letter === 'B' ? inTest.change : inTest.start}</p>
  </Banner>
)
