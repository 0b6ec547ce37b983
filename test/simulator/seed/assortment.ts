import type { SimPricingPolicy, SimSellingPlan } from '../model.ts'

/** What the two shops sell, as families: each name times each colour is a product, each size a variant. */
export interface Family {
  type: string
  vendor: string
  tags: string[]
  names: string[]
  colours: string[]
  sizes: string[]
  optionName: string
  price: [low: number, high: number] // minor units
  costShare: number
  weightGrams: number
  sellingPlans?: SimSellingPlan[]
}

const percentOff = (percentage: number): SimPricingPolicy[] => [{ afterCycle: null, adjustmentType: 'PERCENTAGE', percentage }]

/** Sold again and again, too. */
const SUBSCRIBE = { groupId: 600_000_001, group: 'Subscribe and save' }
const everyMonths = (intervalCount: number) => ({ delivery: { interval: 'MONTH' as const, intervalCount } })
const FRESH: SimSellingPlan[] = [
  { id: 600_000_101, ...SUBSCRIBE, name: 'Every 3 months, 10 % off', ...everyMonths(3), pricingPolicies: percentOff(10) },
  { id: 600_000_102, ...SUBSCRIBE, name: 'Every 6 months, 5 % off', ...everyMonths(6), pricingPolicies: percentOff(5) },
]

export const AURORA_FAMILIES: Family[] = [
  {
    type: 'Phone',
    vendor: 'Aurora',
    tags: ['phone', 'electronics'],
    names: ['Lumen 9', 'Lumen 9 Pro', 'Lumen Mini', 'Arc X', 'Arc X Lite', 'Fold One'],
    colours: ['Graphite', 'Ivory', 'Moss'],
    sizes: ['128 GB', '256 GB'],
    optionName: 'Storage',
    price: [39_900, 119_900],
    costShare: 0.78,
    weightGrams: 190,
  },
  {
    type: 'Phone case',
    vendor: 'Husk',
    tags: ['case', 'accessory'],
    names: ['Clear case', 'Leather case', 'Cork case', 'Rugged case', 'Wallet case'],
    colours: ['Black', 'Sand', 'Forest', 'Coral', 'Navy', 'Clay', 'Stone', 'Plum'],
    sizes: ['Lumen', 'Arc', 'Fold'],
    optionName: 'Fits',
    price: [1_490, 4_990],
    costShare: 0.3,
    weightGrams: 45,
  },
  {
    type: 'Screen protector',
    vendor: 'Husk',
    tags: ['glass', 'accessory'],
    names: ['Tempered glass', 'Privacy glass', 'Matte film'],
    sellingPlans: FRESH,
    colours: ['Clear', 'Edge'],
    sizes: ['Lumen', 'Arc'],
    optionName: 'Fits',
    price: [990, 2_490],
    costShare: 0.2,
    weightGrams: 30,
  },
  {
    type: 'Charger',
    vendor: 'Volt',
    tags: ['power', 'accessory'],
    names: ['Wall charger 20 W', 'Wall charger 45 W', 'Wireless pad', 'Car charger', 'Power bank 10k', 'Power bank 20k'],
    colours: ['White', 'Black', 'Sage'],
    sizes: ['EU', 'UK'],
    optionName: 'Plug',
    price: [1_490, 6_990],
    costShare: 0.42,
    weightGrams: 160,
  },
  {
    type: 'Cable',
    vendor: 'Volt',
    tags: ['power', 'accessory'],
    names: ['Braided cable', 'Short cable', 'Coiled cable', 'Audio cable'],
    colours: ['White', 'Black', 'Red', 'Teal'],
    sizes: ['1 m', '2 m'],
    optionName: 'Length',
    price: [790, 2_490],
    costShare: 0.25,
    weightGrams: 40,
  },
  {
    type: 'Headphones',
    vendor: 'Nocturne',
    tags: ['audio', 'electronics'],
    names: ['Buds', 'Buds Pro', 'Studio', 'Sport'],
    colours: ['Black', 'White', 'Lilac', 'Sand', 'Blue'],
    sizes: ['One size'],
    optionName: 'Size',
    price: [4_990, 29_900],
    costShare: 0.55,
    weightGrams: 220,
  },
  {
    type: 'Speaker',
    vendor: 'Nocturne',
    tags: ['audio', 'electronics'],
    names: ['Pebble', 'Tower', 'Brick'],
    colours: ['Black', 'White', 'Rust', 'Green'],
    sizes: ['One size'],
    optionName: 'Size',
    price: [3_990, 24_900],
    costShare: 0.58,
    weightGrams: 700,
  },
  {
    type: 'Watch',
    vendor: 'Aurora',
    tags: ['wearable', 'electronics'],
    names: ['Orbit', 'Orbit Sport', 'Orbit Steel'],
    colours: ['Black', 'Silver', 'Rose', 'Blue'],
    sizes: ['41 mm', '45 mm'],
    optionName: 'Case',
    price: [14_900, 44_900],
    costShare: 0.66,
    weightGrams: 60,
  },
  {
    type: 'Bag',
    vendor: 'Fjord',
    tags: ['bag', 'travel'],
    names: ['Day pack', 'Sling', 'Laptop sleeve', 'Cable pouch'],
    colours: ['Black', 'Olive', 'Ochre', 'Grey', 'Navy'],
    sizes: ['One size'],
    optionName: 'Size',
    price: [1_990, 11_900],
    costShare: 0.4,
    weightGrams: 480,
  },
  {
    type: 'E-book',
    vendor: 'Aurora',
    tags: ['gift', 'digital'],
    names: ['Phone photography', 'Travel light'],
    colours: ['PDF'],
    sizes: ['Download'],
    optionName: 'Format',
    price: [990, 1_990],
    costShare: 0,
    weightGrams: 0,
  },
]
