import { callGraph, readGraphAnswer } from './graph-api'
import type { MessengerSettings } from './messenger-settings'
import { type MessengerProfile, toProfileRequests } from './profile'

/**
 * Makes the page show a profile. May be repeated: it then sets the same again.
 * @throws SendError with Meta's code as the cause; what was set before it stays
 */
export async function setUpProfile(
  profile: MessengerProfile,
  settings: MessengerSettings,
): Promise<void> {
  for (const request of toProfileRequests(profile)) {
    readGraphAnswer(await callGraph(request, settings))
  }
}
