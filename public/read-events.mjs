/**
 * Reads server-sent events as our server writes them, until the stream ends. `EventSource` would, but cannot send a
 * header.
 * @param onHeard called whenever anything comes
 * @param onData called with the data of each event that has some
 */
export async function readEvents(body, { onHeard, onData }) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    onHeard()
    const events = (text + decoder.decode(value, { stream: true })).split('\n\n')
    text = events.pop()
    for (const event of events) {
      const [, data] = /^data: (.+)$/m.exec(event) ?? []
      if (data) onData(data)
    }
  }
}
