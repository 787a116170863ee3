import type { Response } from 'express'
import type { KitPageContext } from './render-kit-frame'

/** A page or a file changes with the knowledge, and is asked for anew after this many seconds. */
const AGE_SECONDS = 300

/** As everywhere, but for the script that copies. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Sends a page of the kit. @param cache what it says under Cache-Control */
export function sendKitPage(response: Response, page: string, cache: string): void {
  response.set('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  response.set('Cache-Control', cache)
  response.type('html').send(page)
}

/** How long a page or a file may be kept. With a notice out it is asked for anew each time: it may be ended at any moment. */
export const toCacheControl = ({ bulletins }: Pick<KitPageContext, 'bulletins'>) =>
  bulletins.length === 0 ? `public, max-age=${AGE_SECONDS}` : 'public, no-cache'
