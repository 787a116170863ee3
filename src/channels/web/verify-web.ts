import type { WebhookRequest } from '../webhook'

/**
 * Whether a call comes from our own page, framed or not: it is JSON (which no other site can send without asking the
 * browser first), and where the browser tells an origin, it is ours.
 * @param publicOrigin the site's address as people see it; a proxy may have changed the Host header
 */
export function verifyWeb({ headers }: WebhookRequest, publicOrigin: string | undefined): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  return type === 'application/json' && isOwnOrigin(headers.origin, headers.host, publicOrigin)
}

function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicOrigin: string | undefined,
): boolean {
  if (origin === undefined || origin === publicOrigin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
