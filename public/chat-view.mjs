import './deep-chat.mjs'
import { chatStyle } from './chat-style.mjs'
import { toButtonsHtml, toPlainHtml } from './message-html.mjs'

/** After this the bot is no longer shown as writing: nobody may be answering (a person took over). */
const LONGEST_TYPING_MS = 20_000
/** So much must lie below the screen that a button to get there is worth what it covers. */
const FAR_FROM_END_PX = 400
const AT_END_PX = 40
/**
 * deep-chat draws itself when its properties are set, and again 20 ms after it was made if it finds the first drawing
 * still due: on a busy phone that is two drawings, and what was put into the first is gone.
 */
const SETTLING_MS = 30
/**
 * What deep-chat would set by itself: a small box with a border, and a font that it loads from Google when no other is
 * named here.
 */
const BOX = {
  display: 'block',
  width: '100%',
  height: '100%',
  border: '0 none',
  fontFamily: 'inherit',
  fontSize: 'inherit',
  backgroundColor: 'transparent',
}

// deep-chat reads messages as Markdown and lets any link through. Here a message is plain text and nothing else.
window.remarkable_plugins = [
  {
    plugin: (remarkable) => {
      remarkable.render = toPlainHtml
    },
  },
]

/**
 * The conversation on the screen, a `deep-chat` element inside `place`. Resolves when it can be used.
 * @param onText called with what the person typed; it is already shown
 * @param onChoice called with payload and title of the button that the person chose; it is already shown
 */
export async function createChatView(place, { texts, maxTextLength, onText, onChoice }) {
  const chat = document.createElement('deep-chat')
  Object.assign(chat.style, BOX)
  const loading = { toggle: () => {} }
  const rendered = new Promise((resolve) => {
    chat.onComponentRender = resolve
  })
  Object.assign(chat, {
    auxiliaryStyle: chatStyle,
    // In this mode a person may write again before the bot has answered.
    connect: {
      websocket: true,
      handler: (_, signals) => {
        signals.newUserMessage.listener = ({ messages }) =>
          onText(messages[messages.length - 1].text)
        signals.onOpen()
      },
    },
    displayLoadingBubble: loading,
    names: {
      user: { text: `${texts.you}:`, position: 'start' },
      ai: { text: `${texts.bot}:`, position: 'start' },
    },
    scrollButton: {
      content: toPlainHtml(texts.latest),
      smoothScroll: false,
      scrollDelta: FAR_FROM_END_PX,
      styles: { default: { width: 'auto', height: 'auto', borderRadius: '22px' } },
    },
    submitButtonStyles: {
      alwaysEnabled: true,
      position: 'outside-end',
      submit: { text: { content: texts.send }, svg: { content: '' } },
    },
    textInput: { characterLimit: maxTextLength, placeholder: { text: texts.placeholder } },
  })
  place.append(chat)
  await rendered
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS))

  const messages = chat.shadowRoot.getElementById('messages')
  describeParts(chat.shadowRoot, messages, texts)
  keepEndInSight(messages)
  chat.shadowRoot.addEventListener('click', ({ target }) => {
    const button = target.closest('button.choice')
    if (!button) return
    chat.addMessage({ role: 'user', text: button.textContent })
    chat.scrollToBottom()
    onChoice(button.dataset.payload, button.textContent)
  })

  let typing = false
  let timer
  const setTyping = (on) => {
    clearTimeout(timer)
    if (on) timer = setTimeout(() => setTyping(false), LONGEST_TYPING_MS)
    if (on === typing) return
    typing = on
    if (on)
      loading.toggle({
        style: { html: `<span class="typing">${toPlainHtml(texts.typing)}</span>` },
      })
    else loading.toggle()
  }

  return {
    /** Shows a message of the transcript below the others. */
    show({ from, text, buttons }) {
      chat.addMessage({
        role: from === 'person' ? 'user' : 'ai',
        ...(text === '' ? {} : { text }),
        ...(buttons.length > 0 ? { html: toButtonsHtml(buttons) } : {}),
      })
    },
    /** Shows a word of the page itself, such as that something could not be sent. */
    showNote(text) {
      setTyping(false)
      chat.addMessage({ role: 'note', text })
    },
    clear() {
      chat.clearMessages(false)
    },
    /** Lets a person type at once, but opens no phone's keyboard over what there is to read. */
    focusInput() {
      if (matchMedia('(hover: hover) and (pointer: fine)').matches) {
        chat.shadowRoot.getElementById('text-input').focus()
      }
    },
    setTyping,
    /** Has new messages read out by screen readers; what was said before this page is not. */
    announceFromNowOn() {
      messages.setAttribute('aria-live', 'polite')
    },
  }
}

/** Says to screen readers and keyboards what deep-chat's parts are. */
function describeParts(root, messages, texts) {
  messages.setAttribute('role', 'log')
  messages.setAttribute('aria-live', 'off')
  messages.setAttribute('aria-label', texts.history)
  messages.tabIndex = 0
  root.getElementById('text-input').setAttribute('aria-multiline', 'true')
  // For the mouse and the finger only: who listens or tabs is at the end already.
  root.getElementById('scroll-button').setAttribute('aria-hidden', 'true')
  const send = root.querySelector('.input-button')
  send.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return
    event.preventDefault()
    send.click()
  })
}

/** Someone who reads the end still sees it when a phone's keyboard or a notice takes room. */
function keepEndInSight(messages) {
  let isAtEnd = true
  messages.addEventListener('scroll', () => {
    const { scrollHeight, scrollTop, clientHeight } = messages
    isAtEnd = scrollHeight - scrollTop - clientHeight < AT_END_PX
  })
  new ResizeObserver(() => {
    if (isAtEnd) messages.scrollTop = messages.scrollHeight
  }).observe(messages)
}
