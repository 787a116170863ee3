/** What a link to the chat itself opens. */
const MENU = 'help-menu'

/**
 * The link by which the person came to the chat, from the page's address, or null: `/?ref=…`, or `/?u=<unit>&l=<place>`
 * on papers that lead to the chat itself. It is taken out of the address, so that a reload does not ask again.
 */
export function takeRef() {
  const address = new URL(location.href)
  const [ref, unit, place] = ['ref', 'u', 'l'].map((name) => take(address, name))
  history.replaceState(history.state, '', address)
  if (ref !== '') return ref
  return unit || place ? `t_${MENU}_${unit}_${place}`.replace(/_+$/, '') : null
}

/** Takes a part out of the address; empty where it is none of ours. */
function take(address, name) {
  const value = address.searchParams.get(name) ?? ''
  address.searchParams.delete(name)
  return /^[A-Za-z0-9_=-]{1,200}$/.test(value) ? value : ''
}
