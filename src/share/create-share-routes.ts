import express, { type Router } from 'express'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import {
  renderMissingPage,
  renderTopicPage,
  TOPIC_STYLE,
  TOPIC_STYLE_PATH,
} from './render-topic-page'

/** `GET /t/<topic>`: the page of a topic, for officials to forward. */
export function createShareRoutes(knowledge: () => KnowledgeBase): Router {
  const router = express.Router()
  router.get(TOPIC_STYLE_PATH, (_request, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=3600').send(TOPIC_STYLE)
  })
  router.get('/t/:topic', (request, response) => {
    const current = knowledge()
    const topic = current.topics.get(request.params.topic)
    response.type('html').set('Cache-Control', 'public, max-age=300')
    if (topic) response.send(renderTopicPage(topic, current))
    else response.status(404).send(renderMissingPage(current))
  })
  return router
}
