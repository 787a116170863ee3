/** Outlives a reload of the tab: what was typed before it is still sent. */
const STORAGE_KEY = 'loa-waiting'

/**
 * Sends what the person says, one after the other, in order. A message keeps its id however often it is sent, and
 * leaves the queue only when the server has it: nothing is lost and nothing is answered twice.
 * @param call see `createServerCalls`
 * @param onStatus see `fetchPatiently`
 * @param onRefused called when the server will never take a message
 */
export function createMessageQueue({ call, onStatus, onRefused }) {
  let waiting = load()
  let started = false
  let sending = false

  const change = (messages) => {
    waiting = messages
    store(waiting)
  }
  const send = async () => {
    if (!started || sending) return
    sending = true
    while (waiting.length > 0) {
      const message = waiting[0]
      const response = await post(message)
      if (!response.ok) onRefused()
      change(waiting.filter(({ id }) => id !== message.id))
    }
    sending = false
  }
  const post = async (message) => {
    const options = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
    }
    const response = await call('messages', onStatus, options)
    if (response.status !== 401) return response
    // The pass is gone, perhaps cleared by the person: asking for the transcript brings a new one.
    await call('transcript', onStatus)
    return call('messages', onStatus, options)
  }

  return {
    /** Puts `{text}`, `{payload, title}`, `{ref}` or `{open}`, perhaps with a ref, at the end. */
    add(message) {
      change([...waiting, { id: createId(), ...message }])
      send()
    },
    /** Drops what the server already has, and returns the rest. */
    withoutArrived(ids) {
      change(waiting.filter(({ id }) => !ids.includes(id)))
      return waiting
    },
    start() {
      started = true
      send()
    },
  }
}

/** 128 random bits in hex; `crypto.randomUUID` is missing on pages without https. */
function createId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function load() {
  try {
    return JSON.parse(sessionStorage.getItem(STORAGE_KEY)) ?? []
  } catch {
    return []
  }
}

function store(messages) {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(messages))
  } catch {
    // A browser that stores nothing still sends; only a reload at the wrong moment would lose a message.
  }
}
