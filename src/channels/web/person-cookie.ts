import { randomBytes } from 'node:crypto'

/** Name of the cookie that holds who is chatting. */
const COOKIE_NAME = 'loa_chat'
/** 128 random bits in base64url: nobody guesses another person's conversation. */
const PERSON = /^[A-Za-z0-9_-]{22}$/
/** Long enough for a guide that takes some days, short enough for a computer that many people use. */
const MAX_AGE_SECONDS = 7 * 24 * 60 * 60

/** A new person's id: 22 characters of base64url, unguessable. */
export function createPerson(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * Who is chatting, from the `Cookie` header; undefined where the cookie is missing, malformed, or there twice with
 * different values.
 */
export function readPerson(cookieHeader: string | undefined): string | undefined {
  const found = (cookieHeader ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${COOKIE_NAME}=`))
    .map((pair) => pair.slice(COOKIE_NAME.length + 1))
  const person = found[0]
  if (person === undefined || !PERSON.test(person)) return undefined
  return found.every((other) => other === person) ? person : undefined
}

/**
 * The `Set-Cookie` header that keeps a person's conversation for a week from now.
 * @param secure whether the site is reached by https; browsers drop a secure cookie otherwise
 */
export function toPersonCookie(person: string, secure: boolean): string {
  const attributes = `Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax`
  return `${COOKIE_NAME}=${person}; ${attributes}${secure ? '; Secure' : ''}`
}
