import type { Request, Response } from 'express'

/** What a browser keeps for the console. */
type CookieName = 'session' | 'device'

/** Reads and writes the console's cookies. */
export type ConsoleCookies = {
  read(request: Request, name: CookieName): string | undefined
  /** @param maxAgeMs left out: until the browser is closed */
  write(response: Response, name: CookieName, value: string, maxAgeMs?: number): void
  clear(response: Response, name: CookieName): void
}

/**
 * Cookies that scripts cannot read and other sites' requests do not carry. By https they have the prefix `__Host-`:
 * no other site of the domain can set them.
 * @param secure whether the site is reached by https
 */
export function consoleCookies(secure: boolean): ConsoleCookies {
  const nameOf = (name: CookieName) => `${secure ? '__Host-' : ''}loa_${name}`
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const
  return {
    read({ headers }, name) {
      const pattern = new RegExp(`(?:^|;) *${nameOf(name)}=([A-Za-z0-9_-]{43})(?:;|$)`)
      return pattern.exec(headers.cookie ?? '')?.[1]
    },
    write(response, name, value, maxAgeMs) {
      response.cookie(
        nameOf(name),
        value,
        maxAgeMs === undefined ? options : { ...options, maxAge: maxAgeMs },
      )
    },
    clear: (response, name) => void response.clearCookie(nameOf(name), options),
  }
}
