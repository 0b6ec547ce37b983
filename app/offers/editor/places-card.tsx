import { Banner, ChoiceList, Link, Text } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import { shutAmong, type ShutPlace } from '../shut.ts'
import { SURFACES } from '../surface.ts'
import { SURFACE_WORDS as words } from '../surface-words.ts'
import { useEditor } from './editor-state.tsx'

/** Where the offer is met, and which of these places the shop has not opened. */
export function PlacesCard() {
  const { draft, change, field, shut } = useEditor()
  const { error } = field('shownOn')
  const choose = (chosen: string[]) => change((now) => ({ ...now, shownOn: SURFACES.filter((place) => chosen.includes(place)) }))
  const { places, all } = shutAmong(draft.shownOn, shut)
  const choices = SURFACES.map((value) => {
    const closed = places.find(({ surface }) => surface === value)
    const inside = closed ? { renderChildren: () => <Closed {...closed} /> } : {}
    return { value, label: words.names[value], helpText: words.means[value], ...inside }
  })
  return (
    <Section title={words.title}>
      <div aria-live="polite">
        {all ? (
          <Banner tone="warning">
            <p>{words.allShut}</p>
          </Banner>
        ) : null}
      </div>
      <ChoiceList
        allowMultiple
        title={words.title}
        titleHidden
        choices={choices}
        selected={draft.shownOn}
        {...(error ? { error } : {})}
        onChange={choose}
      />
      <Text as="p" tone="subdued">
        {words.about}
      </Text>
    </Section>
  )
}

const Closed = (place: ShutPlace) => (
  <Text as="p" tone="caution">
    {words.shut[place.because]}{' '}
    <Link url={place.settings} accessibilityLabel={words.openLabel(place)}>
      {words.open[place.because]}
    </Link>
  </Text>
)
