/** The key of all queries of the people who wait. */
export const WAITING_KEY = ['waiting'] as const
