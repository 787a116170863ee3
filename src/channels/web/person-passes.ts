import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Name of the cookie in which our own page keeps its pass. */
const OWN_COOKIE = 'loa_chat'
/** Of a page in another site's frame, in the browser's compartment for that site. */
const FRAMED_COOKIE = 'loa_framed'
/** Name of the header by which a framed page is known, and in which it sends and gets the pass that it keeps itself. */
export const PASS_HEADER = 'loa-pass'
/** 128 random bits and 128 bits of their signature, in base64url. */
const PASS = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{22})$/
const SIGNATURE_BYTES = 16
/** Long enough for a guide that takes some days, short enough for a computer that many people use. */
const MAX_AGE_SECONDS = 7 * 24 * 60 * 60
const KEPT = `Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly`

/** Header names in lower case. */
type Headers = Readonly<Record<string, string | string[] | undefined>>

/** Passes tell who is chatting: an id that nobody guesses, signed so that nobody makes one up. */
export type PersonPasses = {
  /** The pass of a person's id. */
  toPass(person: string): string
  /**
   * Who makes a call; undefined where that is not known. A framed page is known by its own pass, or by its cookie where
   * it could keep none, and never by the cookie of our own page, which browsers send to frames of the same site as well.
   * A cookie that is there twice with different values tells nothing.
   */
  readPerson(headers: Headers): string | undefined
}

/** @param key the secret of the signatures, the same for all processes */
export function createPersonPasses(key: Buffer): PersonPasses {
  const sign = (person: string) =>
    createHmac('sha256', key).update(person).digest().subarray(0, SIGNATURE_BYTES)
  const read = (pass: string | undefined) => {
    const [, person, signature] = PASS.exec(pass ?? '') ?? []
    if (person === undefined || signature === undefined) return undefined
    return timingSafeEqual(Buffer.from(signature, 'base64url'), sign(person)) ? person : undefined
  }
  return {
    toPass: (person) => `${person}.${sign(person).toString('base64url')}`,
    readPerson(headers) {
      const header = headers[PASS_HEADER]
      if (header === undefined) return read(readCookie(headers.cookie, OWN_COOKIE))
      return read(String(header)) ?? read(readCookie(headers.cookie, FRAMED_COOKIE))
    },
  }
}

/** A new person's id: 22 characters of base64url, unguessable. */
export function createPerson(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * The `Set-Cookie` header that keeps our own page's pass for a week from now.
 * @param secure whether the site is reached by https; browsers drop a secure cookie otherwise
 */
export function toPassCookie(pass: string, secure: boolean): string {
  return `${OWN_COOKIE}=${pass}; ${KEPT}; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The same for a framed page: one pass for each site around it. Browsers take it over https alone. */
export function toFramedCookie(pass: string): string {
  return `${FRAMED_COOKIE}=${pass}; ${KEPT}; SameSite=None; Secure; Partitioned`
}

function readCookie(header: string | string[] | undefined, cookie: string): string | undefined {
  const found = String(header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${cookie}=`))
    .map((pair) => pair.slice(cookie.length + 1))
  return found.every((other) => other === found[0]) ? found[0] : undefined
}
