import type { Activity, Attachment } from 'botbuilder-core'
import type { Decoded } from '../channel-adapter'
import { toEventId } from '../event-id'
import { parseJson, pick, pickList, pickText } from '../untrusted-json'
import type { WebhookRequest } from '../webhook'
import { formatEmulatorPerson } from './emulator-person'
import { toLoopbackPort } from './verify-emulator'

const ACCEPTED = { status: 200, body: '{}', confirmations: [] }

/** Reads an activity of the Bot Framework protocol: messages, and people who join; others are counted. */
export function decodeEmulator({ rawBody }: WebhookRequest, now: number): Decoded {
  const body = parseJson(rawBody)
  const port = toLoopbackPort(pickText(body, 'serviceUrl'))
  const conversation = pickText(body, 'conversation', 'id')
  if (port === null || !conversation) {
    return {
      ...ACCEPTED,
      status: 400,
      body: 'not an activity',
      activities: [],
      ignored: ['bad_activity'],
    }
  }
  const activity = toActivity(body)
  if (!activity) return { ...ACCEPTED, activities: [], ignored: ['unknown_event'] }
  const decoded = {
    eventId: pickText(body, 'id') || toEventId('activity', [conversation, rawBody.toString()]),
    account: 'loa',
    person: formatEmulatorPerson({ port, conversation }),
    occurredAt: now,
    activity,
  }
  return { ...ACCEPTED, activities: [decoded], ignored: [] }
}

function toActivity(body: unknown): Partial<Activity> | null {
  const value = pickText(body, 'value')
  switch (pickText(body, 'type')) {
    case 'message':
      return {
        type: 'message',
        text: pickText(body, 'text'),
        ...(value ? { value } : {}),
        attachments: pickList(body, 'attachments').map(
          (attachment): Attachment => ({ contentType: pickText(attachment, 'contentType') }),
        ),
      }
    case 'conversationUpdate': {
      const bot = pickText(body, 'recipient', 'id')
      const people = pickList(body, 'membersAdded').filter(
        (member) => pickText(member, 'id') !== bot,
      )
      if (people.length === 0) return null
      return { type: 'conversationUpdate', membersAdded: [{ id: 'person', name: '' }] }
    }
    case 'event':
      return { type: 'event', name: pickText(body, 'name'), value: pick(body, 'value') }
    default:
      return null
  }
}
