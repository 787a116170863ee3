import { fetchPatiently } from './fetch-patiently.mjs'
import { loadPass, storePass } from './stored-pass.mjs'

const PASS_HEADER = 'Loa-Pass'

/**
 * How the page calls the server, so that the server knows who is chatting. Our own page has a cookie for it. In a frame
 * of another site some browsers keep a cookie for that site alone and let nothing be stored (Chrome that blocks
 * third-party cookies), others let things be stored and keep no cookie (Safari before 18.4): there the pass also goes
 * to and fro in a header.
 * @param isFramed whether another site shows the page
 */
export function createServerCalls(isFramed) {
  let pass = isFramed ? loadPass() : undefined
  const withPass = (options) =>
    isFramed
      ? { ...options, headers: { ...options.headers, [PASS_HEADER]: pass ?? 'none' } }
      : options

  return {
    /**
     * Calls `/api/web/<name>` until there is an answer that stands, see `fetchPatiently`.
     * @param onStatus see `fetchPatiently`
     */
    async call(name, onStatus, options = {}) {
      const response = await fetchPatiently(`/api/web/${name}`, onStatus, withPass(options))
      const given = response.headers.get(PASS_HEADER)
      if (isFramed && given) {
        pass = given
        storePass(given)
      }
      return response
    },
    /** Asks once for what comes bit by bit; rejects without a connection. */
    open: (name, signal) =>
      fetch(`/api/web/${name}`, { ...withPass({}), cache: 'no-store', signal }),
  }
}
