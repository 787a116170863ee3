/** How long a notice and its link may be, in characters, and how long it may hold: at most, and where nobody says. */
export const BULLETIN_LIMITS = { text: 300, link: 300, days: 14, defaultDays: 2 } as const
