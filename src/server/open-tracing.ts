import { createHmac, randomBytes } from 'node:crypto'
import { findAnsweredEvent } from '../storage/find-answered-event'
import type { Database } from '../storage/open-database'
import { readSecret } from '../storage/read-secret'

/** What a message goes through. */
export type Stage = 'webhook' | 'turn' | 'send'

/** A stage that is over. Times in epoch milliseconds, with fractions. */
export type StageSpan = { stage: Stage; begunAt: number; endedAt: number; failed: boolean }

type EventKey = { channel: string; eventId: string }

/** Sends spans to a collector. Nothing here throws or is waited for: traces must not disturb what they show. */
export type Tracing = {
  /** Notes a stage of an event. */
  record(span: StageSpan, event: EventKey): void
  /** Notes that a message of the outbox was sent, in the trace of the event that it replies to. */
  recordSend(span: StageSpan, outboxId: number): void
  /** Sends what is still to be sent. */
  stop(): Promise<void>
}

/** What each stage follows from. */
const PARENTS: Readonly<Record<Stage, Stage | null>> = {
  webhook: null,
  turn: 'webhook',
  send: 'turn',
}

/**
 * Opens traces over OTLP and HTTP; null without an endpoint, and then nothing of OpenTelemetry is even loaded.
 *
 * A message's stages belong to different processes and moments, and still to one trace, though nothing is stored for it:
 * its number is computed from the platform's id of the event with a secret of this installation. Whoever reads the
 * traces alone cannot tell from it which event that was.
 * @param endpoint address of the collector, without `/v1/traces`
 */
export async function openTracing(
  endpoint: string | undefined,
  { database, now }: { database: Database; now: () => number },
): Promise<Tracing | null> {
  if (!endpoint) return null
  const { ROOT_CONTEXT, SpanStatusCode, TraceFlags, trace } = await import('@opentelemetry/api')
  const { BasicTracerProvider, BatchSpanProcessor } = await import('@opentelemetry/sdk-trace-base')
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  const { resourceFromAttributes } = await import('@opentelemetry/resources')

  const secret = await readSecret(database.kysely, 'traces', now())
  /** The numbers of the span that is started next. */
  const next = { traceId: '', spanId: '' }
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME ?? 'loa' }),
    idGenerator: { generateTraceId: () => next.traceId, generateSpanId: () => next.spanId },
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` })),
    ],
  })
  const tracer = provider.getTracer('loa')
  const lookups = new Set<Promise<void>>()

  const derive = (text: string, bytes: number) =>
    createHmac('sha256', secret)
      .update(text)
      .digest('hex')
      .slice(0, bytes * 2)

  function record({ stage, begunAt, endedAt, failed }: StageSpan, event: EventKey): void {
    const key = `${event.channel} ${event.eventId}`
    const spanIdOf = (one: Stage) => derive(`${one} ${key}`, 8)
    next.traceId = derive(key, 16)
    // What can happen more than once to an event has a number of its own each time; nothing follows from it.
    const isOnce = stage !== 'send' && !failed
    next.spanId = isOnce ? spanIdOf(stage) : randomBytes(8).toString('hex')
    const parent = PARENTS[stage]
    const context = parent
      ? trace.setSpanContext(ROOT_CONTEXT, {
          traceId: next.traceId,
          spanId: spanIdOf(parent),
          traceFlags: TraceFlags.SAMPLED,
          isRemote: true,
        })
      : ROOT_CONTEXT
    const attributes = { 'loa.channel': event.channel }
    const span = tracer.startSpan(stage, { startTime: begunAt, attributes }, context)
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(endedAt)
  }

  return {
    record,
    recordSend(span, outboxId) {
      const lookup = findAnsweredEvent(database.kysely, outboxId)
        .then((event) => event && record(span, event))
        .catch(() => {})
        .finally(() => lookups.delete(lookup)) as Promise<void>
      lookups.add(lookup)
    },
    async stop() {
      await Promise.all(lookups)
      await provider.shutdown().catch(() => {})
    },
  }
}
