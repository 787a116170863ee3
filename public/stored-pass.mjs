const STORAGE_KEY = 'loa-pass'
/** As long as our own page's cookie lives. */
const KEPT_MS = 7 * 24 * 3_600_000

/** The pass that was stored in this site's frames in the last week; undefined where there is none. */
export function loadPass() {
  try {
    const { pass, until } = JSON.parse(localStorage.getItem(STORAGE_KEY)) ?? {}
    return until > Date.now() ? pass : undefined
  } catch {
    return undefined
  }
}

/** Keeps the pass for a week from now, on this device and for this site alone. */
export function storePass(pass) {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ pass, until: Date.now() + KEPT_MS }))
  } catch {
    // The cookie has it, or the conversation lasts as long as the page.
  }
}
