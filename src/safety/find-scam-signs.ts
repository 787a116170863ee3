/** Why a message looks like part of a scam. */
export type ScamSign = 'app-file' | 'lookalike-domain'

/** An address or host name somewhere in a text; bounded, so that no text makes it slow. */
const HOST = /(?:[\p{L}\p{N}-]{1,63}\.){1,6}[\p{L}]{2,24}/gu
const APP_FILE = /\.(?:apk|ipa|xapk|exe|msi)$/i
const APP_FILE_ANYWHERE = /\.(?:apk|ipa|xapk|exe|msi)(?![\p{L}\p{N}])/iu

/** Letters that look like Latin ones, and digits that are used for letters. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  ɡ: 'g',
  ν: 'v',
  ո: 'n',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
}

/** Typing errors within which a name counts as meant to be mistaken for an official one. */
const MAX_DISTANCE = 2

/**
 * Finds links that a scam uses: to an app file, or to a domain that looks like an official one and is none.
 * @param officialDomains for example `vneid.gov.vn`; every host below `.gov.vn` is official
 */
export function findScamSigns(text: string, officialDomains: readonly string[]): ScamSign[] {
  const signs = new Set<ScamSign>()
  const written = text.normalize('NFKC').toLowerCase()
  if (APP_FILE_ANYWHERE.test(written)) signs.add('app-file')
  for (const [host] of written.matchAll(HOST)) {
    if (!APP_FILE.test(host) && isLookalike(host, officialDomains)) signs.add('lookalike-domain')
  }
  return [...signs]
}

function isLookalike(host: string, officialDomains: readonly string[]): boolean {
  const isOfficial = (name: string) =>
    name.endsWith('.gov.vn') || officialDomains.some((d) => name === d || name.endsWith(`.${d}`))
  if (isOfficial(host)) return false
  const plain = [...host].map((character) => LOOKALIKES[character] ?? character).join('')
  return officialDomains
    .filter((domain) => domain.endsWith('.gov.vn'))
    .some((domain) => {
      const name = domain.slice(0, -'.gov.vn'.length)
      const squeezed = plain.replace(/[.-]/g, '')
      return (
        (name.length >= 5 && squeezed.includes(name.replace(/[.-]/g, '').replace(/1/g, 'l'))) ||
        editDistance(firstLabels(plain, domain.split('.').length), domain) <= MAX_DISTANCE
      )
    })
}

/** `vneld.gov.vn` of `vneld.gov.vn.com`: a scam's own domain often follows the name that it imitates. */
function firstLabels(host: string, count: number): string {
  return host.split('.').slice(0, count).join('.')
}

/** Levenshtein distance, given up beyond {@link MAX_DISTANCE}. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MAX_DISTANCE) return MAX_DISTANCE + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change))
    }
    row = next
  }
  return row[b.length] ?? 0
}
