import { parse } from 'yaml'
import { z } from 'zod'
import type { Content } from '../bot/content'
import { beginConversation, type ConversationInput, type ConversationReply } from './conversation'
import { toMilliseconds } from './to-milliseconds'

const some = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])

const turnSchema = z.strictObject({
  /** What the person types, which button they press by its title, or what they send (`image`, `sticker`, …). */
  said: z.string().optional(),
  pressed: z.string().optional(),
  sent: z.string().optional(),
  /** How long they are silent before their next turn, for example `26h`; such a turn has nothing else. */
  wait: z.string().optional(),
  /** What is expected of the bot; what is left out may be anything. */
  kind: z.string().optional(),
  topic: z.string().nullable().optional(),
  flow: z.string().nullable().optional(),
  step: z.string().nullable().optional(),
  says: some,
  silent_about: some,
})

const conversationSchema = z.strictObject({
  title: z.string(),
  /** When the conversation begins. */
  at: z.string().default('2026-11-24T09:00:00+07:00'),
  turns: z.array(turnSchema).min(1),
})

/** One turn of a golden conversation. */
export type GoldenTurn = z.output<typeof turnSchema>
/** A conversation as a file of `tests/conversations/` tells it. */
export type GoldenConversation = z.output<typeof conversationSchema>
/** What of a turn's outcome a file can expect. */
export const EXPECTED = ['kind', 'topic', 'flow', 'step'] as const

/**
 * Reads a golden conversation.
 * @throws {Error} when the text is no YAML or no conversation; says where
 */
export function readConversation(text: string): GoldenConversation {
  const parsed = conversationSchema.safeParse(parse(text))
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  return parsed.data
}

/** A person at the bot whose clock the caller turns. */
export type Rehearsal = {
  play(turn: GoldenTurn): Promise<ConversationReply | null>
}

/** Begins a conversation at a given time. A turn that waits has no reply. */
export function beginRehearsal(content: Content, at: string): Rehearsal {
  let now = Date.parse(at)
  let last: ConversationReply = { outcome: null, messages: [], said: [] }
  const conversation = beginConversation(content, 'web', () => now)
  return {
    async play(turn) {
      if (turn.wait) {
        now += toMilliseconds(turn.wait)
        return null
      }
      last = await conversation.say(toInput(turn, last))
      return last
    },
  }
}

/** Plays a golden conversation and gives each turn with its number and what the bot did, waits left out. */
export async function* playConversation(golden: GoldenConversation, content: Content) {
  const rehearsal = beginRehearsal(content, golden.at)
  for (const [index, turn] of golden.turns.entries()) {
    const reply = await rehearsal.play(turn)
    if (reply) yield { index, turn, reply }
  }
}

function toInput(turn: GoldenTurn, last: ConversationReply): ConversationInput {
  if (turn.sent !== undefined) return { attachment: turn.sent }
  if (turn.pressed === undefined) return { text: turn.said ?? '' }
  const buttons = last.messages.flatMap((message) => message.buttons)
  const button = buttons.find(({ title }) => title === turn.pressed)
  if (!button || !('payload' in button)) {
    throw new Error(`no button "${turn.pressed}" among ${buttons.map(({ title }) => title)}`)
  }
  return { payload: button.payload }
}
