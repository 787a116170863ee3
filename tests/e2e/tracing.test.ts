import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { listen } from '../stand-ins/listen'
import { messengerText, messengerWebhook } from '../stand-ins/messenger-webhooks'
import { deliver } from '../stand-ins/webhook-call'
import { isBuilt, spawnProgram } from './spawn-program'
import { SECRETS, startPlatforms, toEnvironment } from './start-program'
import { until } from './until'

type Span = {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  status?: { code?: number }
}
type Export = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }

const PERSON = '2000001'

const testIf = isBuilt ? test : test.skip
const why = isBuilt ? '' : ': not built, npm run build'

testIf(
  `a message is one trace from the webhook to the sending, and holds nothing of the person${why}`,
  async () => {
    const spans: Span[] = []
    let bodies = ''
    const app = express()
    app.post('/v1/traces', express.json(), (request, response) => {
      bodies += JSON.stringify(request.body)
      for (const resource of (request.body as Export).resourceSpans) {
        for (const scope of resource.scopeSpans) spans.push(...scope.spans)
      }
      response.json({})
    })
    const collector = await listen(app, 0)
    const { messenger, zalo, close } = await startPlatforms()
    const folder = mkdtempSync(join(tmpdir(), 'loa-traces-'))
    const program = await spawnProgram({
      ...toEnvironment(messenger.url, zalo.url, `file:${join(folder, 'loa.db')}`),
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    })
    try {
      const item = (mid: string, text: string) =>
        messengerText(text, { mid, person: PERSON, timestamp: Date.now() })
      const items = [item('m_first', 'chip có theo dõi mình không'), item('m_second', 'giá vàng')]
      messenger.failNext({ status: 500 })
      const call = messengerWebhook(items, SECRETS.appSecret)
      expect((await deliver(`${program.url}/webhooks/messenger`, call)).status).toBe(200)
      await until('both replies', () => messenger.received.length >= 2)
      await program.kill('SIGTERM') // sends what is still to be sent
      const traces = new Map(
        spans.map(({ traceId }) => [traceId, spans.filter((span) => span.traceId === traceId)]),
      )
      expect(traces.size).toBe(2)
      for (const trace of traces.values()) {
        const [webhook, ...others] = trace.filter(({ name }) => name === 'webhook')
        expect([webhook?.parentSpanId ?? '', others]).toEqual(['', []])
        const turns = trace.filter(({ name }) => name === 'turn')
        expect(turns.map(({ parentSpanId }) => parentSpanId)).toEqual([webhook?.spanId])
        const sends = trace.filter(({ name }) => name === 'send')
        expect(new Set(sends.map(({ parentSpanId }) => parentSpanId))).toEqual(
          new Set([turns[0]?.spanId]),
        )
      }
      const failed = spans.filter(({ status }) => status?.code === 2)
      expect(failed.map(({ name }) => name)).toEqual(['send'])
      for (const personal of [PERSON, 'chip', 'm_first', 'm_second']) {
        expect(bodies).not.toContain(personal)
      }
    } finally {
      await program.kill('SIGKILL')
      await close()
      await collector.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
