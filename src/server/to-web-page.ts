import type { WebPage } from '../channels/web/render-page'
import type { KnowledgeBase } from '../knowledge/knowledge-base'

/**
 * What the chat's page shows of the knowledge base.
 * @param head see {@link WebPage}
 */
export function toWebPage({ messages, settings, topics }: KnowledgeBase, head: string): WebPage {
  return {
    head,
    texts: messages.web,
    topics: [...topics.values()]
      .filter(({ group }) => group !== 'bot')
      .map(({ id, question }) => ({ title: question, address: `/t/${id}` })),
    contacts: settings.contacts,
    embedOrigins: settings.embed_origins,
  }
}
