import type { Content } from '../bot/content'
import { formatPayload } from '../bot/payload'
import type { TurnKind } from '../bot/turn-outcome'
import type { ChannelName } from '../channels/channel-limits'
import { readReply } from '../channels/reply'
import type { Flow } from '../flows/flow'
import { hashFlow } from '../flows/hash-flow'
import { type Taken, wayToStep } from '../flows/way-to-step'
import { toHanoiDay } from '../knowledge/hanoi-day'
import { beginConversation, type ConversationInput, type ConversationReply } from './conversation'
import { type ShownReply, showReply } from './show-reply'

/** What someone does in a guide that is tried: types something, or presses a button by what stands on it. */
export type PlayInput = { typed: string } | { pressed: string }

/** A turn of a guide that is tried; `said` is null for the first, which shows where one begins. */
export type PlayedTurn = ShownReply & {
  said: string | null
  kind: TurnKind
  /** The guide and the step that one is at then; null outside of any. */
  flow: string | null
  step: string | null
}

/** A guide that was tried. */
export type Play = {
  turns: PlayedTurn[]
  /** A button that was pressed is no longer there: the words were changed meanwhile. What came after it is left out. */
  isCut: boolean
}

/** What is tried, and from where. */
export type PlayTask = {
  flow: Flow
  /** The step to begin at, come to by the shortest way; null for the beginning. */
  from: string | null
  channel: ChannelName
  inputs: readonly PlayInput[]
}

const DAY_MS = 24 * 3_600_000

/**
 * Plays a guide from its beginning as a citizen would on a channel, in the words that the flow has, published or not.
 * Nothing is kept of it.
 */
export async function playGuide(
  content: Content,
  { flow, from, channel, inputs }: PlayTask,
  now: number,
): Promise<Play> {
  const flows = new Map([...content.flows, [flow.id, { flow, hash: hashFlow(flow) }]])
  const conversation = beginConversation({ ...content, flows }, channel, () => now)
  const begin: ConversationInput = { payload: formatPayload({ kind: 'flow', flow: flow.id }) }
  let last = await conversation.say(begin)
  for (const taken of (from !== null && wayToStep(flow, from)) || []) {
    last = await conversation.say(toInput(flow, taken, now))
  }
  const turns = [toTurn(channel, null, last)]
  for (const input of inputs) {
    const said = 'typed' in input ? { text: input.typed } : findButton(channel, last, input.pressed)
    if (!said) return { turns, isCut: true }
    last = await conversation.say(said)
    turns.push(toTurn(channel, 'typed' in input ? input.typed : input.pressed, last))
  }
  return { turns, isCut: false }
}

function toTurn(channel: ChannelName, said: string | null, reply: ConversationReply): PlayedTurn {
  const { kind = 'fallback', flow = null, step = null } = reply.outcome ?? {}
  return { said, kind, flow, step, ...showReply(channel, reply.said) }
}

/** A button by what is shown of its title. */
function findButton(
  channel: ChannelName,
  { said }: ConversationReply,
  shown: string,
): ConversationInput | null {
  const isShown = showReply(channel, said).messages.some(({ buttons }) =>
    buttons.some(({ title }) => title === shown),
  )
  const fits = (title: string) =>
    title === shown || (shown.endsWith('…') && title.startsWith(shown.slice(0, -1)))
  const found = said
    .filter(({ type }) => type === 'message')
    .flatMap((activity) => readReply(activity).buttons)
    .find(({ title }) => fits(title))
  return isShown && found && 'payload' in found ? { payload: found.payload } : null
}

function toInput(flow: Flow, { step, input }: Taken, now: number): ConversationInput {
  if (input.do === 'enter') return { text: toTyped(step.ask?.kind, input.value, now) }
  const way = input.do === 'choose' ? input.choice : 'next'
  return { payload: formatPayload({ kind: 'step', flow: flow.id, step: step.id, way }) }
}

/** A value of a step as people type it. */
function toTyped(kind: 'age' | 'date' | 'yes-no' | undefined, value: number, now: number): string {
  if (kind === 'yes-no') return value === 1 ? 'có' : 'không'
  if (kind === 'age') return `${value} tuổi`
  return toHanoiDay(now + value * DAY_MS)
    .split('-')
    .reverse()
    .join('/')
}
