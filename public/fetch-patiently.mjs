import { pause } from './pause.mjs'

/** Milliseconds until a request that hangs is given up and tried again. */
const TIMEOUT_MS = 15_000
const LONGEST_PAUSE_MS = 15_000

/**
 * Fetches until the server gives an answer that stands: network errors, 429 and 5xx are tried again, after 1, 2, 4 …
 * seconds or when the server says, and at once when the network comes back.
 * @param onStatus told `lost` or `slow` while it must try again, `good` when an answer came
 */
export async function fetchPatiently(address, onStatus, options = {}) {
  for (let attempt = 0; ; attempt++) {
    const response = await fetchOnce(address, options)
    if (response && response.status !== 429 && response.status < 500) {
      onStatus('good')
      return response
    }
    onStatus(response?.status === 429 ? 'slow' : 'lost')
    const asked = Number(response?.headers.get('Retry-After')) * 1000
    await pause(asked || Math.min(1000 * 2 ** attempt, LONGEST_PAUSE_MS))
  }
}

async function fetchOnce(address, options) {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS)
  try {
    return await fetch(address, { ...options, cache: 'no-store', signal: timeout.signal })
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
