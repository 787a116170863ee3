import type { Response } from 'express'
import type { TranscriptItem } from './transcript-item'

/** Word of what another process answered may have been lost. */
const POLL_MS = 2000
/** Below the idle limit of usual proxies (60 s); the page takes silence for a lost connection. */
const HEARTBEAT_MS = 15_000
/** How long a browser waits before it connects again. */
const RETRY_MS = 2000

/** Where a stream reads from. */
export type TranscriptSource = {
  /** The last message of the bot that the page has; 0 for none. */
  after: number
  read(afterId: number): Promise<TranscriptItem[]>
  /** Calls back when there may be something new, until the function returned is called. */
  listen(listener: () => void): () => void
}

/**
 * Writes the bot's messages as server-sent events, each with its place in the outbox as event id, until the page
 * leaves or the function returned is called. A failed read ends the stream: the page comes back and reads on.
 */
export function streamTranscript(response: Response, source: TranscriptSource): () => void {
  let after = source.after
  let open = true
  let reading = false
  let asked = false

  const readOn = async () => {
    asked = true
    if (reading) return
    reading = true
    try {
      while (asked && open) {
        asked = false
        for (const item of await source.read(after)) write(item)
      }
    } catch {
      close()
    } finally {
      reading = false
    }
  }
  const write = (item: TranscriptItem) => {
    if (!open || item.from !== 'bot') return
    after = Number(item.id)
    response.write(`id: ${item.id}\ndata: ${JSON.stringify(item)}\n\n`)
  }
  const close = () => {
    if (!open) return
    open = false
    clearInterval(poll)
    clearInterval(heartbeat)
    stopListening()
    response.end()
  }

  response.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // nginx holds answers back unless told not to.
    'X-Accel-Buffering': 'no',
  })
  response.write(`retry: ${RETRY_MS}\nevent: heartbeat\ndata:\n\n`)
  const stopListening = source.listen(readOn)
  const poll = setInterval(readOn, POLL_MS)
  const heartbeat = setInterval(() => response.write('event: heartbeat\ndata:\n\n'), HEARTBEAT_MS)
  response.on('close', close)
  void readOn()
  return close
}
