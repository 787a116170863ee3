import type { RequestHandler } from 'express'
import { Refusal } from '../refusal'

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses changes that another site makes a browser ask for: they need the header `x-loa-csrf`, which no form can
 * send and no other site's script without our leave, and an `Origin` that is ours. The cookie is not sent from other
 * sites either (SameSite); any one of the three would do.
 * @param publicUrl the address that people open, where a proxy in front hides it from us
 */
export function refuseForgery(publicUrl: string | undefined): RequestHandler {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host
  return (request, _response, next) => {
    if (READS.has(request.method)) return next()
    const host = hostOf(request.headers.origin)
    const isOurs = host !== undefined && (host === request.host || host === publicHost)
    if (isOurs && request.headers['x-loa-csrf'] !== undefined) return next()
    throw new Refusal(403, 'Yêu cầu không đến từ trang này. Hãy tải lại trang rồi thử lại.', 'csrf')
  }
}

function hostOf(origin: string | undefined): string | undefined {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined
}
