import type { ConversationHolder } from '../../delivery/handover'
import { pick, pickText } from '../untrusted-json'

/** The page's own inbox, which staff write in, as an app of Meta. Source: "Conversation Routing". */
const PAGE_INBOX = '263902037430900'

/**
 * Who has the conversation after a word of Conversation Routing (formerly the Handover Protocol).
 *
 * @param ownAppId our app's id, where it is set. Without it: what is passed by the inbox, or to an app that is not the
 *   inbox, is passed to us, since Meta tells those whom it concerns; what is taken is taken from us.
 * @returns null where nobody's hold changes
 */
export function decodeThreadControl(item: unknown, ownAppId?: string): ConversationHolder | null {
  const kind = ['pass_thread_control', 'take_thread_control'].find((key) => pick(item, key))
  if (!kind) return null
  const owner = pickText(item, kind, 'new_owner_app_id')
  if (ownAppId && owner) return owner === ownAppId ? 'bot' : 'staff'
  if (owner === PAGE_INBOX) return 'staff'
  const isFromInbox = pickText(item, kind, 'previous_owner_app_id') === PAGE_INBOX
  return isFromInbox || kind === 'pass_thread_control' ? 'bot' : 'staff'
}

/**
 * Whether an echo is of a person of the staff: written in the page's inbox, or by an app that is not ours and leaves no
 * mark of its own, as the inboxes of other vendors do. A program marks what it sends, as we do.
 */
export function isStaffEcho(item: unknown, ownAppId?: string): boolean {
  const appId = pickText(item, 'message', 'app_id')
  if (appId === PAGE_INBOX) return true
  if (appId && appId === ownAppId) return false
  return pickText(item, 'message', 'metadata') === ''
}
