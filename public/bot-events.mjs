import { pause } from './pause.mjs'
import { readEvents } from './read-events.mjs'

/** The server says something every 15 seconds; three times that is a dead connection. */
const SILENCE_MS = 45_000
const RECONNECT_MS = 2000

/**
 * Listens to the bot for as long as the page lives, and reads on where it stopped whenever the connection is lost.
 * @param open see `createServerCalls`
 * @param after id of the bot's last message that is already shown; 0 for none
 * @param onItem called with each new message, once
 * @param onStatus told `lost` when the connection is lost, `good` when it is there
 */
export async function listenToBot({ open, after, onItem, onStatus }) {
  let last = after
  for (;;) {
    await listenOnce((signal) => open(`events?after=${last}`, signal), {
      onOpen: () => onStatus('good'),
      onItem: (item) => {
        if (Number(item.id) <= last) return
        last = Number(item.id)
        onItem(item)
      },
    })
    onStatus('lost')
    await pause(RECONNECT_MS)
  }
}

/** Resolves when the connection is lost. */
async function listenOnce(open, { onOpen, onItem }) {
  const leaving = new AbortController()
  const leave = () => leaving.abort()
  let timer = setTimeout(leave, SILENCE_MS)
  const onHeard = () => {
    clearTimeout(timer)
    timer = setTimeout(leave, SILENCE_MS)
  }
  addEventListener('offline', leave)
  try {
    const response = await open(leaving.signal)
    if (!response.ok) return
    onOpen()
    await readEvents(response.body, { onHeard, onData: (data) => onItem(JSON.parse(data)) })
  } catch {
    // Lost like one that ended.
  } finally {
    clearTimeout(timer)
    removeEventListener('offline', leave)
  }
}
