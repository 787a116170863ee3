import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Content } from '../../src/bot/content'
import { beginConversation, type ConversationReply } from '../../src/cli/conversation'
import { CHANNEL_LIMITS } from '../../src/server/channel-limits'

const some = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])

const turnSchema = z.strictObject({
  said: z.string().optional(),
  pressed: z.string().optional(),
  sent: z.string().optional(),
  wait: z.string().optional(),
  kind: z.string().optional(),
  topic: z.string().nullable().optional(),
  flow: z.string().nullable().optional(),
  step: z.string().nullable().optional(),
  says: some,
  silent_about: some,
})

const conversationSchema = z.strictObject({
  title: z.string(),
  at: z.string().default('2026-11-24T09:00:00+07:00'),
  turns: z.array(turnSchema).min(1),
})

type GoldenTurn = z.output<typeof turnSchema>
/** A conversation as a file tells it. */
export type GoldenConversation = z.output<typeof conversationSchema>

/** Reads a golden conversation. */
export function readConversation(path: string): GoldenConversation {
  return conversationSchema.parse(parse(readFileSync(path, 'utf8')))
}

/** Plays a golden conversation and returns each turn with what the bot did, for the test to compare. */
export async function* playConversation(golden: GoldenConversation, content: Content) {
  let now = Date.parse(golden.at)
  const conversation = beginConversation(content, CHANNEL_LIMITS.web, () => now)
  let last: ConversationReply = { outcome: null, messages: [] }
  for (const turn of golden.turns) {
    if (turn.wait) {
      now += Number(turn.wait.slice(0, -1)) * (turn.wait.endsWith('h') ? 3_600_000 : 60_000)
      continue
    }
    last = await conversation.say(toInput(turn, last))
    yield { turn, reply: last }
  }
}

function toInput(turn: GoldenTurn, last: ConversationReply) {
  if (turn.sent !== undefined) return { attachment: turn.sent }
  if (turn.pressed === undefined) return { text: turn.said ?? '' }
  const buttons = last.messages.flatMap((message) => message.buttons)
  const button = buttons.find(({ title }) => title === turn.pressed)
  if (!button || !('payload' in button)) {
    throw new Error(`no button "${turn.pressed}" among ${buttons.map(({ title }) => title)}`)
  }
  return { payload: button.payload }
}
