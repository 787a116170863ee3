import { conversationTable } from '../storage/conversation-table'
import { inboxTable } from '../storage/inbox-table'
import type { Database } from '../storage/open-database'
import { outboxTable } from '../storage/outbox-table'
import type { Handover } from './handover'
import type { InboundEvent } from './inbound-event'

type Confirmation =
  | { outboxId: number; platformMessageId?: string }
  | { conversation: string; platformMessageId: string; text: string }

/** What a webhook call brought. */
export type WebhookBatch = {
  events: readonly InboundEvent[]
  /**
   * Messages of ours that the platform says it has, by our id or by what it shows. What can be none of ours is passed
   * over.
   */
  confirmations: readonly Confirmation[]
  handovers: readonly Handover[]
}

/**
 * Stores what a webhook brought, in one transaction: events that are there already are dropped, confirmed messages
 * are not sent again, and who has a conversation is known from here on. The webhook may be answered once this has resolved, for then everything is on the disk.
 * @returns how many events were new.
 * @throws {Error} when the database is gone: answer 503 and the platform brings the batch again.
 */
export async function acceptEvents(
  { kysely, dialect }: Database,
  { events, confirmations, handovers }: WebhookBatch,
  now: number,
): Promise<number> {
  if (events.length + confirmations.length + handovers.length === 0) return 0
  return kysely.transaction().execute(async (transaction) => {
    const outbox = outboxTable(transaction, dialect)
    const ours = new Set<string>()
    for (const confirmation of confirmations) {
      if (!('outboxId' in confirmation)) {
        const isOurs = await outbox.markEchoed(confirmation, now)
        if (isOurs) ours.add(confirmation.platformMessageId)
      } else if (Number.isSafeInteger(confirmation.outboxId)) {
        const { outboxId, platformMessageId } = confirmation
        await outbox.markSent(outboxId, { platformMessageId, now })
      }
    }
    const conversations = conversationTable(transaction)
    for (const handover of handovers) {
      const { platformMessageId } = handover
      const isStaff = platformMessageId === undefined || !ours.has(platformMessageId)
      if (isStaff) await conversations.recordHandover(handover, now)
    }
    return inboxTable(transaction, dialect).add(events, now)
  })
}
