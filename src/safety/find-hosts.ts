const HIDDEN = /\p{Cf}/gu
const DOT = /[\u3002\uFF0E\uFF61]| {0,2}(?:\[\.\]|\(\.\)|\{\.\}|\(dot\)|\[dot\]) {0,2}/g
/** Endings that scams have; others are taken for a word after a missing blank: "vào vneid.nó không được". */
const ENDINGS =
  'com|net|org|info|vn|top|xyz|online|site|cc|app|club|shop|vip|store|link|live|asia|biz|pro|tk|ml|ga|cf|gq|icu|fun|space|website|tech|one|work|cloud|cn|ru|pw|ws|io|dev|gov|click|life|world|today|buzz|monster|rest|bond|cfd|sbs|mobi|support|services|center|id'
const SPACED_ENDING = new RegExp(
  `(?<=[\\p{L}\\p{N}]) ?(?:\\.| chấm | cham ) ?(?=(?:${ENDINGS})(?![\\p{L}\\p{N}]))`,
  'gu',
)

/** Bounded, so that no text makes it slow. */
const HOST =
  /(https?:\/\/|hxxps?:\/\/|www\.|@)?((?:[\p{L}\p{N}\p{M}-]{1,63}\.){1,10}(?:xn--[a-z0-9-]{2,59}|[\p{L}\p{M}]{2,24}))(\/)?/gu
const KNOWN = new RegExp(`\\.(?:${ENDINGS}|com\\.[a-z]{2}|xn--[a-z0-9-]+)$`)

/**
 * Finds the hosts that a text names, in small letters: in addresses, alone, and written so that no filter sees them
 * ("vneid[.]com", "vneid chấm com").
 */
export function findHosts(text: string): string[] {
  const written = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(HIDDEN, '')
    .replace(DOT, '.')
    .replace(SPACED_ENDING, '.')
  return [...written.matchAll(HOST)].flatMap(([, lead, host = '', slash]) => {
    const isAddress = lead !== undefined || slash !== undefined
    return isAddress || KNOWN.test(host) || isForeign(host.split('.').at(-1) ?? '') ? [host] : []
  })
}

/** Of other letters than Latin ones, with or without marks. */
function isForeign(ending: string): boolean {
  return /[^a-z\p{M}]/u.test(ending.normalize('NFD').replace(/đ/g, 'd'))
}
