import express, { type Response, type Router } from 'express'
import { SendError } from '../../delivery/send-error'
import { type ConsentTexts, renderConsentPage } from './render-consent-page'
import { requestTokens } from './request-tokens'
import { readConsentState, ZALO_CALLBACK_PATH } from './zalo-consent'
import type { ZaloOAuthSettings } from './zalo-settings'
import type { ZaloTokens } from './zalo-tokens'

/** What the callback needs. */
export type ZaloRoutesOptions = {
  settings: ZaloOAuthSettings
  tokens: ZaloTokens
  texts: () => ConsentTexts
  /** Epoch milliseconds. */
  now: () => number
  /** Told what became of each call that had a right state, for the log. */
  onConsent(outcome: { account: string; code: 'connected' | 'refused' | 'not_reached' }): void
}

/**
 * `GET /oauth/zalo/callback`: where an admin of an official account comes back to with the code of the consent. The
 * account's tokens are stored before anything is answered.
 */
export function createZaloRoutes(options: ZaloRoutesOptions): Router {
  const { settings, tokens, texts, now, onConsent } = options
  const router = express.Router()

  const answer = (response: Response, status: number, sentence: keyof ConsentTexts, account = '') =>
    response
      .status(status)
      // The address holds the code: nobody may keep it or be told of it.
      .set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
      .type('html')
      .send(renderConsentPage(texts(), texts()[sentence].replace('{account}', account)))

  router.get(ZALO_CALLBACK_PATH, async (request, response) => {
    const { state, code, oa_id: account } = request.query
    const consent = typeof state === 'string' ? readConsentState(state, settings, now()) : null
    if (!consent) return answer(response, 400, 'expired')
    const isComplete = typeof code === 'string' && code !== '' && typeof account === 'string'
    if (!isComplete || !/^\d{1,30}$/.test(account)) return answer(response, 400, 'refused')
    try {
      const grant = { code, codeVerifier: consent.codeVerifier }
      await tokens.connect(account, await requestTokens(grant, { settings, now: now() }))
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      const isRefused = error.policy === 'pause'
      onConsent({ account, code: isRefused ? 'refused' : 'not_reached' })
      return isRefused ? answer(response, 400, 'refused') : answer(response, 502, 'later')
    }
    onConsent({ account, code: 'connected' })
    return answer(response, 200, 'connected', account)
  })
  return router
}
