/** The key of the query that holds the people. */
export const PEOPLE_KEY = ['people'] as const
