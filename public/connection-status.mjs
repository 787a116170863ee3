/** A hiccup shorter than this is not worth a word. */
const PATIENCE_MS = 1500

/** Tells the person when the connection is lost, from the states of everything that uses it. */
export function createConnectionStatus(element, texts) {
  const states = new Map()
  let timer

  const show = () => {
    const all = [...states.values()]
    if (all.includes('lost')) element.textContent = texts.offline
    else if (all.includes('slow')) element.textContent = texts.too_fast
    else element.textContent = ''
  }

  return {
    /** @param state `good`, `lost` or `slow` (asked to wait) */
    set(part, state) {
      if (states.get(part) === state) return
      states.set(part, state)
      clearTimeout(timer)
      timer = setTimeout(show, state === 'good' ? 0 : PATIENCE_MS)
    },
  }
}
