import { pause } from './pause.mjs'

/** The server says something every 15 seconds; three times that is a dead connection. */
const SILENCE_MS = 45_000
const RECONNECT_MS = 2000

/**
 * Listens to the bot for as long as the page lives, and reads on where it stopped whenever the connection is lost.
 * @param after id of the bot's last message that is already shown; 0 for none
 * @param onItem called with each new message, once
 * @param onStatus told `lost` when the connection is lost, `good` when it is there
 */
export async function listenToBot({ after, onItem, onStatus }) {
  let last = after
  for (;;) {
    await listenOnce(last, {
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
function listenOnce(after, { onOpen, onItem }) {
  return new Promise((resolve) => {
    const source = new EventSource(`/api/web/events?after=${after}`)
    let timer
    const heard = () => {
      clearTimeout(timer)
      timer = setTimeout(end, SILENCE_MS)
    }
    const end = () => {
      clearTimeout(timer)
      removeEventListener('offline', end)
      source.close()
      resolve()
    }
    source.onopen = onOpen
    source.onerror = end
    source.onmessage = ({ data }) => {
      heard()
      onItem(JSON.parse(data))
    }
    source.addEventListener('heartbeat', heard)
    addEventListener('offline', end)
    heard()
  })
}
