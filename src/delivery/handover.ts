/** Who answers a conversation: the bot, or a person of the staff who writes in the platform's own inbox. */
export type ConversationHolder = 'bot' | 'staff'

/**
 * Word of a platform that a conversation changes hands, or that staff write in it once more. While staff have it the
 * bot handles what the person says in silence and nothing of the bot's leaves the outbox; they give it back with a word
 * of the platform, or by silence: after the hours that settings.yaml names.
 */
export type Handover = {
  /** `<channel>:<account>:<person>`, as in an event. */
  conversation: string
  holder: ConversationHolder
  /** By the platform's clock, in epoch milliseconds: tells which of two is the later one. */
  occurredAt: number
  /** The message by which the platform shows it, where there is one: if that is ours, nothing changed hands. */
  platformMessageId?: string
}
