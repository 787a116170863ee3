import type { ServerResponse } from 'node:http'
import express, { type Request, type Response, type Router } from 'express'
import type { ChannelAdapter } from '../channels/channel-adapter'
import type { WebhookRequest, WebhookResult } from '../channels/webhook'
import type { PlatformChannel } from './create-channels'
import { createFloodGate } from './create-flood-gate'

/** Platforms batch up to a thousand small events; anything larger is not theirs. */
const MAX_BODY_BYTES = 1024 * 1024

/** What the webhook routes need. */
export type WebhookOptions = {
  channels: readonly PlatformChannel[]
  /** Stores what a call brought; resolves once it is durable. Rejects when the database is gone. */
  accept(result: WebhookResult): Promise<void>
  /** Told of each call that is the platform's own and was taken. */
  onHeard(channel: string): void
  /** Told of each call and of what was ignored in it, for the metrics. */
  onWebhook(channel: string, outcome: string): void
  /** Told of what a platform says that a person must look at. */
  onAlert(channel: string, code: string): void
}

/**
 * The platforms' webhooks. A call is verified over its raw bytes, stored, and only then answered with 200; while the
 * database is gone it is answered with 503, so that the platform brings it again.
 */
export function createWebhookRoutes(options: WebhookOptions): Router {
  const { channels, accept, onHeard, onWebhook, onAlert } = options
  const router = express.Router()
  const gate = createFloodGate()
  const readBytes = express.raw({ type: () => true, limit: MAX_BODY_BYTES })

  for (const { name, path, adapter } of channels) {
    if (!adapter) {
      router.all(path, (_request, response) => {
        response.status(403).type('text').send(`the channel ${name} is off`)
      })
      continue
    }
    router.get(path, (request, response) => receive(adapter, toWebhook(request, 'GET'), response))
    router.post(path, readBytes, (request, response) =>
      receive(adapter, toWebhook(request, 'POST'), response),
    )
  }

  async function receive(adapter: ChannelAdapter, call: WebhookRequest, response: Response) {
    const result = adapter.receive(call)
    for (const reason of result.ignored) onWebhook(adapter.channel, reason)
    for (const code of result.alerts) onAlert(adapter.channel, code)
    const events = await gate(result.events)
    if (events.length < result.events.length) onWebhook(adapter.channel, 'flooded')
    if (events.length + result.confirmations.length + result.handovers.length > 0) {
      try {
        await accept({ ...result, events })
      } catch {
        onWebhook(adapter.channel, 'not_stored')
        return answer(response, 503, 'not stored; send it again', { 'Retry-After': '5' })
      }
      onWebhook(adapter.channel, 'accepted')
    }
    if (call.method === 'POST' && result.status === 200) onHeard(adapter.channel)
    answer(response, result.status, result.body)
  }

  return router
}

/** Without what Express adds for browsers that ask again: platforms do not read it, and it takes its time. */
function answer(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, {
      ...headers,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
      'X-Content-Type-Options': 'nosniff',
    })
    .end(text)
}

function toWebhook(request: Request, method: 'GET' | 'POST'): WebhookRequest {
  const last = (value: unknown) => String(Array.isArray(value) ? value.at(-1) : value)
  return {
    method,
    query: Object.fromEntries(
      Object.entries(request.query).map(([name, value]) => [name, last(value)]),
    ),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  }
}
