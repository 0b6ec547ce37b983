/** Points that each shop's calls really cost since the start, for whoever measures. */
export const spent = new Map<string, number>()

export const noteSpent = (shop: string, points: number): void => void spent.set(shop, (spent.get(shop) ?? 0) + points)
