import type { SimAddress, SimCustomer } from '../model.ts'
import type { Making } from './products.ts'

const EUROPEAN = {
  first: [
    'Anna',
    'Ben',
    'Clara',
    'David',
    'Elif',
    'Felix',
    'Greta',
    'Hugo',
    'Ida',
    'Jonas',
    'Klara',
    'Luis',
    'Marie',
    'Nils',
    'Olga',
    'Paul',
    'Rosa',
    'Sofia',
    'Tom',
    'Zoe',
  ],
  last: [
    'Bauer',
    'Costa',
    'Dubois',
    'Eriksen',
    'Fischer',
    'Garcia',
    'Hansen',
    'Ivanov',
    'Jansen',
    'Keller',
    'Lopez',
    'Moreau',
    'Novak',
    'Okafor',
    'Petit',
    'Rossi',
    'Silva',
    'Weber',
  ],
}
const ARABIC = {
  first: ['أحمد', 'فاطمة', 'مريم', 'يوسف', 'نورة', 'خالد', 'سارة', 'ليلى', 'دانا', 'נועה', 'דוד', 'Maya'],
  last: ['العلي', 'الصباح', 'الكندري', 'المطيري', 'العنزي', 'כהן', 'לוי', 'Haddad'],
}

const PLACES: Record<string, [city: string, zip: string, countryCode: string][]> = {
  aurora: [
    ['Berlin', '10115', 'DE'],
    ['Hamburg', '20095', 'DE'],
    ['München', '80331', 'DE'],
    ['Paris', '75001', 'FR'],
    ['Wien', '1010', 'AT'],
    ['Amsterdam', '1012', 'NL'],
    ['Madrid', '28001', 'ES'],
    ['London', 'EC1A 1BB', 'GB'],
  ],
  noor: [
    ['الكويت', '13001', 'KW'],
    ['حولي', '32000', 'KW'],
    ['الرياض', '11564', 'SA'],
    ['دبي', '00000', 'AE'],
    ['תל אביב', '61000', 'IL'],
  ],
}

export function makeCustomers({ shop, dice, ids }: Making, count: number): SimCustomer[] {
  const names = shop.handle === 'noor' ? ARABIC : EUROPEAN
  return Array.from({ length: count }, (_, index) => {
    const firstName = dice.pick(names.first)
    const lastName = dice.pick(names.last)
    const createdAt = `2025-${String(dice.between(1, 10)).padStart(2, '0')}-05T12:00:00Z`
    return {
      id: ids(),
      email: `shopper${index + 1}@${shop.handle}-shoppers.example`,
      firstName,
      lastName,
      phone: null,
      locale: dice.weighted(shop.locales.map((locale, place) => [locale, place === 0 ? 6 : 1] as const)),
      tags: dice.chance(0.1) ? ['vip'] : [],
      acceptsMarketing: dice.chance(0.4),
      address: addressOf(shop.handle, firstName, lastName, dice.pick(PLACES[shop.handle] ?? PLACES['aurora'] ?? []), dice.between(1, 120)),
      ordersCount: 0,
      totalSpent: '0',
      createdAt,
      updatedAt: createdAt,
    }
  })
}

function addressOf(
  handle: string,
  firstName: string,
  lastName: string,
  [city, zip, countryCode]: [string, string, string],
  number: number,
): SimAddress {
  const street = handle === 'noor' ? `شارع الخليج ${number}` : `Lindenstraße ${number}`
  return { firstName, lastName, address1: street, address2: null, city, zip, province: null, countryCode, phone: null }
}
