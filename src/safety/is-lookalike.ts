import { domainToUnicode } from 'node:url'
import { remove } from 'confusables'

/** Where the state's sites are. */
const STATE = '.gov.vn'

/** Names of places: honest hosts have them in theirs, so that they alone imitate nothing. */
const PLACES: readonly string[] = ['hanoi']

/** Shorter names stand in too many others. */
const SHORTEST_NAME = 5
/** From this length on a name with two typing errors is still that name. */
const LONG_NAME = 9

/** Signs and pairs that are taken for letters, and letters that are taken for each other. */
const LIKE: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/[1i|]/g, 'l'],
  [/3/g, 'e'],
  [/4/g, 'a'],
  [/5/g, 's'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
]

/**
 * Whether a host looks like one of the state's and is none: its name with letters of other alphabets (also as
 * `xn--…`), with typing errors, hyphens, more labels or another ending, or with "gov" where no state puts it.
 * @param host in small letters
 * @param officialDomains for example `vneid.gov.vn`; every host below `.gov.vn` is official
 */
export function isLookalike(host: string, officialDomains: readonly string[]): boolean {
  const isOfficial =
    host.endsWith(STATE) || officialDomains.some((one) => host === one || host.endsWith(`.${one}`))
  if (isOfficial && /^[a-z0-9.-]+$/.test(host) && !host.includes('xn--')) return false
  const shown = host.includes('xn--') ? domainToUnicode(host) || host : host
  const plain = toSkeleton(shown)
  const names = officialDomains
    .filter((one) => one.endsWith(STATE))
    .map((one) => one.slice(0, -STATE.length))
    .filter((name) => name.length >= SHORTEST_NAME && !PLACES.includes(name))
    .map((name) => toSkeleton(name).replace(/[.-]/g, ''))
  const squeezed = plain.replace(/[.-]/g, '')
  return (
    names.some((name) => squeezed.includes(name)) ||
    toParts(plain).some((part) => names.some((name) => isNearly(part, name))) ||
    feignsState(plain, shown)
  )
}

/** What a host looks like: the same for hosts that are taken for each other. */
function toSkeleton(host: string): string {
  const latin = remove(host).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return LIKE.reduce((text, [pattern, letter]) => text.replace(pattern, letter), latin)
}

/** Its labels, what is between hyphens, and both with their neighbours: `vn-eid`, `dich.vucong`. */
function toParts(host: string): string[] {
  const parts = host.split(/[.-]/)
  return [...parts, ...parts.slice(1).map((part, index) => `${parts[index]}${part}`)]
}

/** "gov" anywhere but where states have it: `x.gov`, `x.gov.uk`. */
function feignsState(plain: string, shown: string): boolean {
  const labels = plain.split('.')
  const [ending = '', before = ''] = [...labels].reverse()
  const isState =
    shown === plain.replace(/l/g, (letter, at: number) => shown[at] ?? letter) &&
    (ending === 'gov' || (before === 'gov' && ending.length === 2))
  const rest = isState ? labels.slice(0, ending === 'gov' ? -1 : -2) : labels
  return rest.some((label) => label.split('-').some((part) => /^gov(?:vn|n)?$/.test(part)))
}

/** Within one typing error, or two in a long name (Levenshtein). */
function isNearly(part: string, name: string): boolean {
  const most = name.length >= LONG_NAME ? 2 : 1
  if (Math.abs(part.length - name.length) > most) return false
  let row = Array.from({ length: name.length + 1 }, (_, index) => index)
  for (let i = 1; i <= part.length; i++) {
    const next = [i]
    for (let j = 1; j <= name.length; j++) {
      const change = part[i - 1] === name[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change))
    }
    row = next
  }
  return (row[name.length] ?? 0) <= most
}
