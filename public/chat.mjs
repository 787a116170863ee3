import { listenToBot } from './bot-events.mjs'
import { createChatView } from './chat-view.mjs'
import { createConnectionStatus } from './connection-status.mjs'
import { createMessageQueue } from './message-queue.mjs'
import { createServerCalls } from './server-calls.mjs'
import { talkToSiteAround } from './site-around.mjs'
import { takeRef } from './take-ref.mjs'

/** Joins the parts of the page: what the person says goes to the queue, what the bot says to the view. */
async function start() {
  const place = document.getElementById('chat')
  const { texts, maxTextLength, isFramed } = JSON.parse(place.dataset.settings)
  const { call, open } = createServerCalls(isFramed)
  const status = createConnectionStatus(document.getElementById('status'), texts)
  const queue = createMessageQueue({
    call,
    onStatus: (state) => status.set('queue', state),
    onRefused: () => view.showNote(texts.not_sent),
  })
  const say = (message) => {
    queue.add(message)
    view.setTyping(true)
  }
  const creating = createChatView(place, {
    texts,
    maxTextLength,
    onText: (text) => say({ text }),
    onChoice: (payload, title) => say({ payload, title }),
  })
  if (isFramed) {
    talkToSiteAround({ onOpened: () => creating.then(({ focusInput }) => focusInput()) })
  }
  const view = await creating

  const response = await call('transcript', (state) => status.set('history', state))
  const items = await response.json()
  const waiting = queue.withoutArrived(items.map(({ id }) => id))
  view.clear()
  for (const item of items) view.show(item)
  for (const { text, title } of waiting) {
    if (text ?? title) view.show({ from: 'person', text: text ?? title, buttons: [] })
  }
  view.announceFromNowOn()

  const ref = takeRef()
  if (items.length === 0 && waiting.length === 0) say(ref ? { open: true, ref } : { open: true })
  else if (ref) say({ ref })
  else if (waiting.length > 0 || items[items.length - 1].from === 'person') view.setTyping(true)
  queue.start()
  listenToBot({
    open,
    after: items.reduce((last, { from, id }) => (from === 'bot' ? Number(id) : last), 0),
    onItem: (item) => {
      view.setTyping(false)
      view.show(item)
    },
    onStatus: (state) => status.set('events', state),
  })
}

start()
