/** Product pictures are drawn, so that the repository holds no photograph: a flat shape by product type, a colour by id. */
const SHAPES: Record<string, string> = {
  Phone:
    '<rect x="150" y="60" width="100" height="280" rx="18" fill="FG"/><rect x="160" y="84" width="80" height="220" rx="4" fill="BG"/><circle cx="200" cy="322" r="9" fill="BG"/>',
  'Phone case':
    '<rect x="135" y="50" width="130" height="300" rx="30" fill="FG"/><rect x="152" y="68" width="50" height="62" rx="14" fill="BG"/><circle cx="168" cy="86" r="9" fill="FG"/><circle cx="186" cy="110" r="9" fill="FG"/>',
  'Screen protector':
    '<rect x="140" y="60" width="110" height="270" rx="14" fill="none" stroke="FG" stroke-width="10"/><path d="M165 120 L215 90 M165 170 L225 130" stroke="FG" stroke-width="8"/>',
  Charger:
    '<rect x="130" y="140" width="140" height="130" rx="24" fill="FG"/><rect x="160" y="100" width="16" height="44" fill="FG"/><rect x="224" y="100" width="16" height="44" fill="FG"/><path d="M208 170 l-26 42 h20 l-10 34 34-46 h-22 l12-30z" fill="BG"/>',
  Cable:
    '<path d="M110 300 C110 140 290 280 290 110" fill="none" stroke="FG" stroke-width="18" stroke-linecap="round"/><rect x="270" y="66" width="40" height="56" rx="8" fill="FG"/><rect x="90" y="280" width="40" height="56" rx="8" fill="FG"/>',
  Headphones:
    '<path d="M100 240 v-30 a100 100 0 0 1 200 0 v30" fill="none" stroke="FG" stroke-width="18"/><rect x="84" y="220" width="46" height="90" rx="20" fill="FG"/><rect x="270" y="220" width="46" height="90" rx="20" fill="FG"/>',
  Speaker:
    '<rect x="130" y="70" width="140" height="260" rx="26" fill="FG"/><circle cx="200" cy="240" r="50" fill="BG"/><circle cx="200" cy="130" r="26" fill="BG"/>',
  Watch:
    '<rect x="160" y="50" width="80" height="300" rx="20" fill="FG" opacity=".5"/><circle cx="200" cy="200" r="76" fill="FG"/><circle cx="200" cy="200" r="58" fill="BG"/><path d="M200 200 V160 M200 200 L228 214" stroke="FG" stroke-width="8"/>',
  Bag: '<path d="M110 150 h180 l20 180 h-220z" fill="FG"/><path d="M150 150 v-20 a50 50 0 0 1 100 0 v20" fill="none" stroke="FG" stroke-width="14"/>',
  Mug: '<rect x="110" y="120" width="140" height="180" rx="16" fill="FG"/><path d="M250 150 h20 a40 40 0 0 1 0 110 h-20" fill="none" stroke="FG" stroke-width="18"/>',
  Perfume:
    '<rect x="130" y="150" width="140" height="180" rx="24" fill="FG"/><rect x="170" y="90" width="60" height="50" rx="8" fill="FG" opacity=".6"/><circle cx="200" cy="240" r="36" fill="BG"/>',
  Coffee:
    '<path d="M130 90 h140 l16 240 h-172z" fill="FG"/><ellipse cx="200" cy="220" rx="34" ry="46" fill="BG"/><path d="M200 176 q-18 44 0 88" stroke="FG" stroke-width="8" fill="none"/>',
  Scarf:
    '<path d="M130 80 q70 60 140 0 l10 60 q-80 60 -160 0z" fill="FG"/><path d="M210 150 l60 10 -20 180 h-60z" fill="FG" opacity=".8"/>',
  Jewellery:
    '<circle cx="200" cy="230" r="86" fill="none" stroke="FG" stroke-width="16"/><path d="M200 70 l40 44 -40 44 -40 -44z" fill="FG"/>',
}
const OTHER =
  '<path d="M200 70 L310 130 V270 L200 330 L90 270 V130z" fill="FG"/><path d="M90 130 L200 190 L310 130 M200 190 V330" stroke="BG" stroke-width="8" fill="none"/>'

/** An SVG of 400 by 400 units, the same for the same product. */
export function drawProduct(product: { id: number; title: string; productType: string }): string {
  const hue = (product.id * 47) % 360
  const shape = SHAPES[product.productType] ?? OTHER
  const picture = shape.replaceAll('FG', `hsl(${hue} 42% 42%)`).replaceAll('BG', `hsl(${hue} 40% 94%)`)
  const label = product.title.replace(/[<>&"]/g, '')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" role="img" aria-label="${label}"><rect width="400" height="400" fill="hsl(${hue} 40% 94%)"/>${picture}</svg>`
}
