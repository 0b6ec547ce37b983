/** The time zone where most people of a country live. A country that spans several is told apart by region where Shopify names it. */
const COUNTRIES: Readonly<Record<string, string>> = {
  AE: 'Asia/Dubai', AR: 'America/Argentina/Buenos_Aires', AT: 'Europe/Vienna', AU: 'Australia/Sydney', BE: 'Europe/Brussels', BG: 'Europe/Sofia',
  BH: 'Asia/Bahrain', BR: 'America/Sao_Paulo', CA: 'America/Toronto', CH: 'Europe/Zurich', CL: 'America/Santiago', CN: 'Asia/Shanghai',
  CO: 'America/Bogota', CY: 'Asia/Nicosia', CZ: 'Europe/Prague', DE: 'Europe/Berlin', DK: 'Europe/Copenhagen', DZ: 'Africa/Algiers',
  EE: 'Europe/Tallinn', EG: 'Africa/Cairo', ES: 'Europe/Madrid', FI: 'Europe/Helsinki', FR: 'Europe/Paris', GB: 'Europe/London',
  GR: 'Europe/Athens', HK: 'Asia/Hong_Kong', HR: 'Europe/Zagreb', HU: 'Europe/Budapest', ID: 'Asia/Jakarta', IE: 'Europe/Dublin',
  IL: 'Asia/Jerusalem', IN: 'Asia/Kolkata', IQ: 'Asia/Baghdad', IR: 'Asia/Tehran', IS: 'Atlantic/Reykjavik', IT: 'Europe/Rome',
  JO: 'Asia/Amman', JP: 'Asia/Tokyo', KR: 'Asia/Seoul', KW: 'Asia/Kuwait', KZ: 'Asia/Almaty', LB: 'Asia/Beirut', LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg', LV: 'Europe/Riga', MA: 'Africa/Casablanca', MT: 'Europe/Malta', MX: 'America/Mexico_City', MY: 'Asia/Kuala_Lumpur',
  NG: 'Africa/Lagos', NL: 'Europe/Amsterdam', NO: 'Europe/Oslo', NZ: 'Pacific/Auckland', OM: 'Asia/Muscat', PE: 'America/Lima',
  PH: 'Asia/Manila', PK: 'Asia/Karachi', PL: 'Europe/Warsaw', PT: 'Europe/Lisbon', QA: 'Asia/Qatar', RO: 'Europe/Bucharest',
  RS: 'Europe/Belgrade', RU: 'Europe/Moscow', SA: 'Asia/Riyadh', SE: 'Europe/Stockholm', SG: 'Asia/Singapore', SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava', TH: 'Asia/Bangkok', TN: 'Africa/Tunis', TR: 'Europe/Istanbul', TW: 'Asia/Taipei', UA: 'Europe/Kyiv',
  US: 'America/New_York', UY: 'America/Montevideo', VE: 'America/Caracas', VN: 'Asia/Ho_Chi_Minh', ZA: 'Africa/Johannesburg',
} // prettier-ignore

const REGIONS: Readonly<Record<string, readonly string[]>> = {
  'America/Chicago': 'US-AL US-AR US-IL US-IA US-KS US-LA US-MN US-MS US-MO US-NE US-ND US-OK US-SD US-TN US-TX US-WI CA-MB CA-SK'.split(
    ' ',
  ),
  'America/Denver': 'US-CO US-ID US-MT US-NM US-UT US-WY CA-AB CA-NT'.split(' '),
  'America/Phoenix': ['US-AZ'],
  'America/Los_Angeles': 'US-CA US-NV US-OR US-WA CA-BC CA-YT'.split(' '),
  'America/Anchorage': ['US-AK'],
  'Pacific/Honolulu': ['US-HI'],
  'America/Halifax': 'CA-NS CA-NB CA-PE'.split(' '),
  'America/St_Johns': ['CA-NL'],
  'Australia/Perth': ['AU-WA'],
  'Australia/Adelaide': ['AU-SA', 'AU-NT'],
  'Australia/Brisbane': ['AU-QLD'],
  'America/Manaus': ['BR-AM', 'BR-MT', 'BR-MS', 'BR-RO', 'BR-RR'],
  'Atlantic/Canary': ['ES-GC', 'ES-TF'],
  'America/Tijuana': ['MX-BC', 'MX-BCN'],
}

const zoneOfRegion = new Map(Object.entries(REGIONS).flatMap(([zone, regions]) => regions.map((region) => [region, zone] as const)))

/** Where she most likely is; null where that is not known. */
export const zoneOf = (country: string | null, region: string | null): string | null =>
  zoneOfRegion.get(region ?? '') ?? COUNTRIES[country ?? ''] ?? null
