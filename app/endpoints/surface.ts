import { Hono } from 'hono'

/** The shoppers' requests (H4 fills it). */
export const surfaceRoutes = new Hono()
