/** How much a platform takes, over all processes: at most `count` requests in any `windowMs` milliseconds. */
export type SendRate = { count: number; windowMs: number }
