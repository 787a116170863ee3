import type { DecodedEcho, DecodedHandover } from '../channel-adapter'
import { toEpochMs } from '../platform-time'
import { pick, pickList, pickText } from '../untrusted-json'

/** What an event of the account's own side tells. */
export type DecodedOwnMessage = {
  handovers: DecodedHandover[]
  echoes: DecodedEcho[]
  /** A stable name for the metrics. */
  ignored: string
}

/** The account's side of a conversation with one person: no group, no visitor without an account, no call. */
const OWN_MESSAGE = /^oa_send_(?!group_|anonymous_|consent$)/

/**
 * Reads an `oa_send_*` event, which follows whatever an official account sends: what staff type in the account's inbox,
 * which has the sender's `admin_id` and means that they have the conversation, or what came through the API, which may
 * be ours. Its text is compared with what we send, and kept in neither case. One that is plainly ours hands nothing over,
 * whoever Zalo says sent it.
 *
 * Source: Zalo Official Account, "Sự kiện OA gửi tin nhắn".
 * @returns undefined for any other event
 */
export function decodeEcho(event: unknown): DecodedOwnMessage | undefined {
  if (!OWN_MESSAGE.test(pickText(event, 'event_name'))) return undefined
  const account = pickText(event, 'sender', 'id')
  const person = pickText(event, 'recipient', 'id')
  const nothing = { handovers: [], echoes: [], ignored: 'echo' }
  if (!account || !person) return nothing
  const platformMessageId = pickText(event, 'message', 'msg_id')
  const text = readText(pick(event, 'message'))
  const isComplete = platformMessageId !== '' && text !== ''
  const echoes = isComplete ? [{ account, person, platformMessageId, text }] : []
  if (!pickText(event, 'sender', 'admin_id')) return { ...nothing, echoes }
  const occurredAt = toEpochMs(pickText(event, 'timestamp'))
  const handover = { account, person, holder: 'staff', occurredAt, platformMessageId } as const
  return { echoes, handovers: [handover], ignored: 'staff_message' }
}

/** What has buttons comes back as an attachment that holds the text. */
function readText(message: unknown): string {
  return (
    pickText(message, 'text') || pickText(pickList(message, 'attachments')[0], 'payload', 'text')
  )
}
