import type { Language } from '../values/languages.ts'

/** What limits the use of a code, beside its last day: told before a review is written, with the code, and in its reminder. */
export interface LimitWords {
  minimum: string // {amount}
  products: string // {names}
  collections: string // {names}
  selected: string // what is more than can be named
  notSubscriptions: string
  own: string
}

export const LIMIT_WORDS: Record<Language, LimitWords> = {
  en: {
    minimum: 'Minimum order: {amount}',
    products: 'Only for: {names}',
    collections: 'Only for products from: {names}',
    selected: 'Only for selected products',
    notSubscriptions: 'Not for subscriptions',
    own: 'Only with your own customer account',
  },
  de: {
    minimum: 'Mindestbestellwert: {amount}',
    products: 'Nur für: {names}',
    collections: 'Nur für Produkte aus: {names}',
    selected: 'Nur für ausgewählte Produkte',
    notSubscriptions: 'Nicht für Abonnements',
    own: 'Nur mit Ihrem eigenen Kundenkonto',
  },
  fr: {
    minimum: 'Commande minimale : {amount}',
    products: 'Uniquement pour : {names}',
    collections: 'Uniquement pour les produits de : {names}',
    selected: 'Uniquement sur une sélection de produits',
    notSubscriptions: 'Hors abonnements',
    own: 'Uniquement avec votre propre compte client',
  },
  es: {
    minimum: 'Pedido mínimo: {amount}',
    products: 'Solo para: {names}',
    collections: 'Solo para productos de: {names}',
    selected: 'Solo para productos seleccionados',
    notSubscriptions: 'No válido para suscripciones',
    own: 'Solo con tu propia cuenta de cliente',
  },
  it: {
    minimum: 'Ordine minimo: {amount}',
    products: 'Solo per: {names}',
    collections: 'Solo per i prodotti di: {names}',
    selected: 'Solo per prodotti selezionati',
    notSubscriptions: 'Non valido per gli abbonamenti',
    own: 'Solo con il tuo account cliente',
  },
  nl: {
    minimum: 'Minimale bestelling: {amount}',
    products: 'Alleen voor: {names}',
    collections: 'Alleen voor producten uit: {names}',
    selected: 'Alleen voor geselecteerde producten',
    notSubscriptions: 'Niet voor abonnementen',
    own: 'Alleen met je eigen klantaccount',
  },
  'pt-BR': {
    minimum: 'Pedido mínimo: {amount}',
    products: 'Só para: {names}',
    collections: 'Só para produtos de: {names}',
    selected: 'Só para produtos selecionados',
    notSubscriptions: 'Não vale para assinaturas',
    own: 'Só com a sua própria conta de cliente',
  },
  ja: {
    minimum: '最低注文金額：{amount}',
    products: '対象商品：{names}',
    collections: '対象コレクション：{names}',
    selected: '一部の対象商品のみ',
    notSubscriptions: '定期購入は対象外',
    own: 'ご本人のお客様アカウントでのみ利用可',
  },
  he: {
    minimum: 'הזמנה מינימלית: {amount}',
    products: 'רק עבור: {names}',
    collections: 'רק עבור מוצרים מתוך: {names}',
    selected: 'רק עבור מוצרים נבחרים',
    notSubscriptions: 'לא תקף למינויים',
    own: 'רק עם חשבון הלקוח שלך',
  },
  ar: {
    minimum: 'الحد الأدنى للطلب: {amount}',
    products: 'فقط على: {names}',
    collections: 'فقط على منتجات من: {names}',
    selected: 'فقط على منتجات مختارة',
    notSubscriptions: 'لا يشمل الاشتراكات',
    own: 'فقط من حسابك لدى هذا المتجر',
  },
  fa: {
    minimum: 'حداقل سفارش: {amount}',
    products: 'فقط برای: {names}',
    collections: 'فقط برای محصولاتی از: {names}',
    selected: 'فقط برای محصولات منتخب',
    notSubscriptions: 'برای خرید اشتراکی معتبر نیست',
    own: 'فقط با حساب خودتان در این فروشگاه',
  },
  ru: {
    minimum: 'Минимальный заказ: {amount}',
    products: 'Только на товары: {names}',
    collections: 'Только на товары из: {names}',
    selected: 'Только на отдельные товары',
    notSubscriptions: 'Не действует на подписки',
    own: 'Только с вашим собственным аккаунтом',
  },
}
