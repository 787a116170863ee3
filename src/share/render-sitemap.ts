import { type Html, html } from '../text/html'
import type { PageContext } from './page-context'
import { INDEX_PATH, isWorthAPage } from './render-index-page'

/** Every page with the day when it was last reviewed. Source: sitemaps.org, protocol 0.9. */
export function renderSitemap({ knowledge, flows, base }: PageContext): string {
  const topics = [...knowledge.topics.values()].filter(isWorthAPage)
  const guides = [...flows.values()].map(({ flow }) => flow)
  const toUrl = (path: string, day: string | null): Html =>
    html`<url><loc>${base + path}</loc>${day ? html`<lastmod>${day}</lastmod>` : null}</url>`
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${toUrl(INDEX_PATH, null)}
${topics.map(({ id, reviewed_on }) => toUrl(`/t/${id}`, reviewed_on))}
${guides.map(({ id, reviewed_on }) => toUrl(`/g/${id}`, reviewed_on))}
</urlset>
`.markup
}

/** What search engines may read: the pages, and nothing that belongs to one person or to the staff. Source: RFC 9309. */
export function renderRobots(base: string): string {
  return `User-agent: *
Disallow: /api/
Disallow: /c/
Disallow: /console
Disallow: /links
Disallow: /webhooks/

Sitemap: ${base}/sitemap.xml
`
}
