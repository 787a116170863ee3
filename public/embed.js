/**
 * Shows the chat on another site: a button in the corner, and the chat in a frame when it is pressed. Everything is
 * inside a shadow root, so that neither site's styles reach the other's.
 */
;(() => {
  const { origins, title, open, close, refused } = '{settings}' // the server writes them here
  const address = new URL('embed', document.currentScript.src)
  const ID = 'loa-chat'

  /** Here the chat covers everything; elsewhere the page beside it can still be read. */
  const small = matchMedia('(max-width: 600px), (max-height: 500px)')
  const STYLE = `
:host { all: initial; }
[hidden] { display: none !important; }
button {
  box-sizing: border-box; margin: 0; border: 0; min-width: 48px; min-height: 48px; cursor: pointer;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  font-weight: 600; line-height: 1.2; color: #fff; background: #0f5c63;
}
button:hover { background: #0b474d; }
button:focus-visible { outline: 3px solid #b45309; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
.open {
  position: fixed; z-index: 2147483000; display: flex; align-items: center; gap: 10px; min-height: 56px;
  right: calc(16px + env(safe-area-inset-right)); bottom: calc(16px + env(safe-area-inset-bottom));
  max-width: calc(100% - 32px); padding: 8px 20px 8px 14px; border-radius: 28px; font-size: max(18px, 1.125rem);
  border: 2px solid #fff; box-shadow: 0 2px 12px rgb(0 0 0 / 35%);
}
.open svg { flex: none; width: 32px; height: 32px; }
dialog {
  box-sizing: border-box; position: fixed; z-index: 2147483000; inset: auto 16px 16px auto; margin: 0; padding: 0;
  width: min(420px, 100% - 32px); height: min(680px, 100% - 32px); max-width: none; max-height: none; overflow: hidden;
  border: 1px solid #5d7378; border-radius: 16px; background: #eef2f1; box-shadow: 0 4px 24px rgb(0 0 0 / 35%);
}
dialog.small { inset: 0 auto auto 0; width: 100%; height: 100%; border: 0; border-radius: 0; box-shadow: none; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
.close { position: absolute; top: 8px; right: 8px; padding: 0; border-radius: 10px; font-size: 28px; color: #17262a; background: #fff; }
.close:hover { background: #e3f0ef; }
@media print { .open, dialog { display: none; } }`

  /** Of the picture that Loa has everywhere. */
  const HORN = [
    { d: 'M11 20h6l13-8v24l-13-8h-6z', fill: 'currentColor' },
    { d: 'M16 29h5l2 8h-5z', fill: 'currentColor' },
    {
      d: 'M34 18a8 8 0 0 1 0 12M37.5 13.5a15 15 0 0 1 0 21',
      fill: 'none',
      stroke: '#ffc857',
      'stroke-width': 3,
      'stroke-linecap': 'round',
    },
  ]

  function start() {
    if (document.getElementById(ID)) return
    if (!origins.some(isThisSite)) {
      throw new Error(refused.replace('{origin}', location.origin))
    }
    const host = Object.assign(document.createElement('div'), { id: ID })
    const root = host.attachShadow({ mode: 'open' })
    addStyle(root)
    const opener = createButton('open', open)
    opener.prepend(createHorn())
    opener.setAttribute('aria-haspopup', 'dialog')
    root.append(opener)
    document.body.append(host)
    const chat = createChat(root, opener)
    opener.addEventListener('click', chat ? chat.show : () => window.open(new URL('/', address)))
  }

  /** Whether an origin as a policy names it, such as `https://*.example.vn`, is that of this page. */
  function isThisSite(origin) {
    const [before, after] = origin.split('*')
    if (after === undefined) return origin === location.origin
    return location.origin.startsWith(before) && location.origin.endsWith(after)
  }

  /** The dialog with the frame; undefined in a browser without dialogs (before 2022), which gets the chat's own page. */
  function createChat(root, opener) {
    if (!window.HTMLDialogElement) return undefined
    const dialog = document.createElement('dialog')
    const frame = Object.assign(document.createElement('iframe'), { title })
    const closer = createButton('close', '×')
    closer.setAttribute('aria-label', close)
    closer.title = close
    dialog.setAttribute('aria-label', title)
    dialog.append(closer, frame)
    root.append(dialog)

    let isLoaded = false
    const enter = () => {
      if (!dialog.open || !isLoaded) return
      frame.contentWindow.focus()
      frame.contentWindow.postMessage('loa:opened', address.origin)
    }
    const showDialog = () => {
      dialog.classList.toggle('small', small.matches)
      fitScreen()
      if (small.matches) dialog.showModal()
      else dialog.show()
      opener.hidden = true
      frame.focus()
      enter()
    }
    // A phone's keyboard covers what is fixed to the bottom, unless the dialog ends above it.
    const fitScreen = () => {
      const { height, offsetTop, scale } = window.visualViewport ?? { scale: 2 }
      if (scale > 1.01) return
      dialog.style.height = small.matches ? `${height}px` : ''
      dialog.style.top = small.matches ? `${offsetTop}px` : ''
    }

    let isTurning = false
    dialog.addEventListener('close', () => {
      if (isTurning) return
      opener.hidden = false
      opener.focus()
    })
    dialog.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') dialog.close()
    })
    closer.addEventListener('click', () => dialog.close())
    frame.addEventListener('load', () => {
      isLoaded = frame.src !== ''
      enter()
    })
    addEventListener('message', ({ source, origin, data }) => {
      const isFrame = source === frame.contentWindow && origin === address.origin
      if (isFrame && data === 'loa:close') dialog.close()
    })
    window.visualViewport?.addEventListener('resize', fitScreen)
    window.visualViewport?.addEventListener('scroll', fitScreen)
    // A phone that is turned, or a window made small, while the chat is open.
    small.addEventListener('change', () => {
      if (!dialog.open) return
      isTurning = true
      dialog.addEventListener('close', () => (isTurning = false), { once: true })
      dialog.close()
      showDialog()
    })
    return {
      show() {
        // Nothing of the chat is loaded before somebody wants it.
        if (!frame.src) frame.src = address
        showDialog()
      },
    }
  }

  function createButton(name, text) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: name,
    })
    button.append(text)
    return button
  }

  function createHorn() {
    const create = (name, attributes) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name)
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      return element
    }
    const picture = create('svg', { viewBox: '6 6 40 38', 'aria-hidden': 'true' })
    picture.append(...HORN.map((path) => create('path', path)))
    return picture
  }

  /** A sheet of its own passes the site's policy for styles; older browsers get an element. */
  function addStyle(root) {
    try {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(STYLE)
      root.adoptedStyleSheets = [sheet]
    } catch {
      const element = document.createElement('style')
      element.textContent = STYLE
      root.append(element)
    }
  }

  if (document.body) start()
  else addEventListener('DOMContentLoaded', start)
})()
