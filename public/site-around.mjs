/**
 * What the page and the script of the site around it (`embed.js`) tell each other: that the person opened the chat, and
 * that they want to leave it. Neither holds anything that another site may not know.
 * @param onOpened called whenever the person has opened the chat
 */
export function talkToSiteAround({ onOpened }) {
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data === 'loa:opened') onOpened()
  })
  addEventListener('keydown', ({ key, isComposing }) => {
    // While a word is being composed Escape belongs to the keyboard's own list.
    if (key === 'Escape' && !isComposing) parent.postMessage('loa:close', '*')
  })
}
