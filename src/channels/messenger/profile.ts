import type { ReplyButton } from '../reply'
import type { GraphRequest } from './graph-api'

/** What a page shows before anyone writes. Within Meta's limits, which the check of its file keeps. */
export type MessengerProfile = {
  /** May hold `{{user_first_name}}`. */
  greeting: string
  menu: readonly ReplyButton[]
  iceBreakers: readonly { question: string; payload: string }[]
}

/** The payload of the button that opens a conversation. */
export const GET_STARTED_PAYLOAD = 'command:start'

/**
 * The calls that make a page show a profile: one that sets what there is, and one that takes away what is empty now,
 * since setting leaves alone what it does not name.
 *
 * Source: Messenger Platform, "Messenger Profile API".
 */
export function toProfileRequests({
  greeting,
  menu,
  iceBreakers,
}: MessengerProfile): GraphRequest[] {
  const path = 'messenger_profile'
  const locale = 'default'
  const toItem = (button: ReplyButton) =>
    'payload' in button
      ? { type: 'postback', title: button.title, payload: button.payload }
      : { type: 'web_url', title: button.title, url: button.url }
  const all = {
    persistent_menu: menu.length > 0 && [
      { locale, composer_input_disabled: false, call_to_actions: menu.map(toItem) },
    ],
    ice_breakers: iceBreakers.length > 0 && [{ locale, call_to_actions: iceBreakers }],
  }
  const body = {
    get_started: { payload: GET_STARTED_PAYLOAD },
    greeting: [{ locale, text: greeting }],
    ...Object.fromEntries(Object.entries(all).filter(([, value]) => value)),
  }
  const fields = Object.entries(all).flatMap(([name, value]) => (value ? [] : [name]))
  return [
    { method: 'POST', path, body },
    ...(fields.length > 0 ? [{ method: 'DELETE' as const, path, body: { fields } } as const] : []),
  ]
}
