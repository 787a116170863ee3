/**
 * The link by which the person came to the chat, from the page's address (`/?ref=…`), or null. It is taken out of the
 * address, so that a reload does not ask again.
 */
export function takeRef() {
  const address = new URL(location.href)
  const ref = address.searchParams.get('ref')
  if (ref === null) return null
  address.searchParams.delete('ref')
  history.replaceState(history.state, '', address)
  return /^[A-Za-z0-9_=-]{1,200}$/.test(ref) ? ref : null
}
