import { parseArgs } from 'node:util'
import { z } from 'zod'
import { CHANNEL_LIMITS, type ChannelName } from '../channels/channel-limits'
import {
  beginConversation,
  type Conversation,
  type ConversationInput,
} from '../rehearsal/conversation'
import { toMilliseconds } from '../rehearsal/to-milliseconds'
import { CommandError, runCommand } from './command-error'
import { readContent } from './read-content'
import { readLines } from './read-lines'
import { toTerminalText } from './to-terminal-text'

const ATTACHMENTS = ['image', 'sticker', 'audio', 'video', 'file', 'location'] as const
const lineSchema = z.union([
  z.object({ wait: z.string() }),
  z.object({ text: z.string() }),
  z.object({ payload: z.string() }),
  z.object({ attachment: z.enum(ATTACHMENTS) }),
])

/**
 * `npm run chat`: one conversation in the terminal. With `--json` an object a line in and out, as contracts name them;
 * `{"wait": "26h"}` lets time pass. `--channel messenger|zalo|zalo-bot|web` applies that platform's limits and
 * wordings.
 */
async function chat(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      channel: { type: 'string', default: 'web' },
    },
  })
  const { channel } = values
  if (!isChannelName(channel)) {
    throw new CommandError(`--channel takes ${Object.keys(CHANNEL_LIMITS).join(', ')}`)
  }
  const content = readContent(Date.now())
  let waitedMs = 0
  const conversation = beginConversation(content, channel, () => Date.now() + waitedMs)
  if (!values.json) {
    process.stdout.write(`${content.knowledge.messages.welcome}\n\n> `)
    for await (const text of readLines()) {
      process.stdout.write(`\n${toTerminalText(await conversation.say({ text }))}\n\n> `)
    }
    process.stdout.write('\n')
    return
  }
  for await (const line of readLines()) {
    const input = readInput(line)
    if ('wait' in input) waitedMs += toWait(input.wait)
    else await answer(conversation, input)
  }
}

function toWait(span: string): number {
  try {
    return toMilliseconds(span)
  } catch (cause) {
    throw new CommandError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

const isChannelName = (name: string): name is ChannelName => Object.hasOwn(CHANNEL_LIMITS, name)

async function answer(conversation: Conversation, input: ConversationInput): Promise<void> {
  const { outcome, messages } = await conversation.say(input)
  const json = {
    kind: outcome?.kind ?? 'fallback',
    topic: outcome?.topic ?? null,
    flow: outcome?.flow ?? null,
    step: outcome?.step ?? null,
    messages,
  }
  process.stdout.write(`${JSON.stringify(json)}\n`)
}

function readInput(line: string): ConversationInput | { wait: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    value = undefined
  }
  const input = lineSchema.safeParse(value)
  if (input.success) return input.data
  const forms = '{"text"}, {"payload"}, {"attachment"} or {"wait"}'
  throw new CommandError(`not a line of a conversation: ${line.slice(0, 80)}; write ${forms}`)
}

runCommand(chat)
