/**
 * The `Content-Security-Policy` of the chat's page. Everything it needs comes from us. `unsafe-inline` is for styles
 * alone: where a browser lacks adopted style sheets (Safari before 16.4, still on many phones) deep-chat writes
 * `<style>` elements. Icons are `data:` pictures.
 * @param framedBy origins of the sites that may frame the page, as `embed_origins` of settings.yaml has them
 */
export function toPagePolicy(framedBy: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framedBy.length > 0 ? framedBy.join(' ') : "'none'"}`,
  ].join('; ')
}
