/**
 * Whether an address may be shown to a citizen: https, and on an allowed domain or below one.
 * @param allowedDomains for example `vneid.gov.vn`
 */
export function isAllowedLink(address: string, allowedDomains: readonly string[]): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, port } = new URL(address)
  if (protocol !== 'https:' || username !== '' || port !== '') return false
  return allowedDomains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
}

/** The same for an address as it stands in a text, where a bare name such as `vneid.gov.vn` is one too. */
export function isAllowedAddress(address: string, allowedDomains: readonly string[]): boolean {
  return isAllowedLink(/^https?:/i.test(address) ? address : `https://${address}`, allowedDomains)
}
