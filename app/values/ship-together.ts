/** Whether what is bought by a link after an order travels with it: one choice for the blocks and the mails, kept in the shop's settings. */
export const shipsTogether = (settings: unknown): boolean =>
  typeof settings === 'object' && settings !== null && 'shipTogether' in settings && settings.shipTogether === true
