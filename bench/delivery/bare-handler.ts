import { createHmac, timingSafeEqual } from 'node:crypto'
import express from 'express'
import { listen } from '../../tests/stand-ins/listen'

/**
 * What there is to beat: an Express handler that verifies Messenger's signature, parses the body and stores nothing.
 * Run as a process of its own; tells its address to its parent.
 */
async function main(secret: string): Promise<void> {
  const app = express()
  app.post('/webhooks/messenger', express.raw({ type: () => true }), (request, response) => {
    const given = Buffer.from(String(request.headers['x-hub-signature-256']))
    const hex = createHmac('sha256', secret).update(request.body).digest('hex')
    const expected = Buffer.from(`sha256=${hex}`)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return void response.status(401).end()
    }
    JSON.parse(request.body.toString())
    response.type('text').send('EVENT_RECEIVED')
  })
  process.send?.((await listen(app, 0)).url)
}

void main(process.argv[2] ?? '')
