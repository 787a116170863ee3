const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const LONG_NUMBER = /^-?\d{16,}$/

/**
 * Parses JSON from outside. Whole numbers of 16 digits and more become strings: platforms' ids are longer than a
 * double is exact.
 * @returns `undefined` when it is not JSON
 */
export function parseJson(bytes: Buffer | string): unknown {
  const text = bytes.toString()
  try {
    const value: unknown = JSON.parse(text)
    if (!/\d{16}/.test(text)) return value
    // Only now, when every string is known to be closed, is the expression linear in the text's length.
    return JSON.parse(
      text.replace(STRING_OR_NUMBER, (token) => (LONG_NUMBER.test(token) ? `"${token}"` : token)),
    )
  } catch {
    return undefined
  }
}

/** What lies at a path of keys; `undefined` where the path leaves the objects. */
export function pick(value: unknown, ...path: string[]): unknown {
  let found = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string, unknown>)[key] // it is an object that has this key
  }
  return found
}

/** The text at a path, a number as its digits; `''` for anything else. */
export function pickText(value: unknown, ...path: string[]): string {
  const found = pick(value, ...path)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

/** The list at a path; empty for anything else. */
export function pickList(value: unknown, ...path: string[]): unknown[] {
  const found = pick(value, ...path)
  return Array.isArray(found) ? found : []
}
