/** The key of the query that holds how one's own account is kept. */
export const OWN_KEY = ['account'] as const
