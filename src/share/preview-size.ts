/** Pixels of a preview picture: what Facebook and Zalo show large. */
export const PREVIEW_SIZE = { width: 1200, height: 630 } as const
