import type { Activity } from 'botbuilder-core'
import { splitText } from '../../text/split-text'
import type { ChannelLimits } from '../channel-adapter'
import { readReply } from '../reply'
import { formatEmulatorPerson, parseEmulatorPerson } from './emulator-person'

/** The Emulator has no limits of its own; these keep a message readable. */
export const EMULATOR_LIMITS: ChannelLimits = {
  textLength: 4000,
  buttons: 12,
  buttonTitleLength: 80,
}

/** Turns what the bot said into activities for the Emulator: text with suggested actions under the last part. */
export function renderEmulator(
  activity: Partial<Activity>,
  person: string,
): Record<string, unknown>[] {
  const address = parseEmulatorPerson(person)
  if (!address) return []
  const { text, buttons } = readReply(activity)
  const parts = splitText(text, EMULATOR_LIMITS.textLength)
  const actions = buttons
    .slice(0, EMULATOR_LIMITS.buttons)
    .map((button) =>
      'url' in button
        ? { type: 'openUrl', title: button.title, value: button.url }
        : { type: 'postBack', title: button.title, value: button.payload },
    )
  return parts.map((part, index) => ({
    person: formatEmulatorPerson(address),
    activity: {
      type: 'message',
      text: part,
      ...(index === parts.length - 1 && actions.length > 0
        ? { suggestedActions: { to: [], actions } }
        : {}),
    },
  }))
}
