/** What was found out about one thing: it is well, should be looked at, or must be mended. */
export type Finding = {
  level: 'well' | 'look' | 'mend'
  about: string
  /** What is so. Holds no secret. */
  text: string
  /** What to do; for all but what is well. */
  advice?: string
}

/** How what was asked for over the network was answered. */
export type Answered = { status: number; body: unknown; text: string; date: number | null }

/** Nobody waits longer for one answer. */
const LIMIT_MS = 5_000

/**
 * Asks an address, following no redirects: headers hold tokens.
 * @returns the answer, or a word for why there is none that holds no address
 */
export async function ask(
  url: string,
  options: { method?: 'GET' | 'POST'; headers?: Record<string, string> } = {},
): Promise<Answered | string> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
      ...options,
    })
    const text = await response.text()
    const date = Date.parse(response.headers.get('date') ?? '')
    return { status: response.status, body: parse(text), text, date: date || null }
  } catch (error) {
    return toReason(error)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The code alone: an error's message may quote an address, which may hold a token. */
function toReason(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } }
  if (name === 'TimeoutError') return `no answer within ${LIMIT_MS / 1_000} s`
  return typeof cause?.code === 'string' ? cause.code : 'no connection'
}
