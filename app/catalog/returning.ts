/** What is over, or was refused, is no return any more: what she kept of it, the refunds tell. */
const RETURNING = new Set(['RETURN_REQUESTED', 'IN_PROGRESS', 'INSPECTION_COMPLETE'])

/** By Shopify's status of an order: something of it is on its way back, or she has asked to send it. */
export const isReturning = (status: string | null | undefined): boolean => RETURNING.has(status ?? '')
