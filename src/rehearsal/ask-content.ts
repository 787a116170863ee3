import type { Content } from '../bot/content'
import type { TurnKind } from '../bot/turn-outcome'
import type { ChannelName } from '../channels/channel-limits'
import { createExplainer } from '../matching/create-explainer'
import type { Matcher } from '../matching/create-matcher'
import { beginConversation } from './conversation'
import { type ShownReply, showReply } from './show-reply'

/** Examples told beside a candidate, and candidates told. */
const CANDIDATES = 4

/** What would be answered to a question, and why. */
export type Asked = {
  kind: TurnKind
  /** The entry that is answered, or null. */
  topic: string | null
  flow: string | null
  reply: ShownReply
  /** How the words were read where that is not how they were typed. */
  readings: { typed: string; read: string }[]
  /** What may be meant, best first; `score` is a probability, `example` the most alike of its examples. */
  candidates: { topic: string; question: string; score: number; example: string | null }[]
  /** Business of others or an entry that is turned off, if it was recognised as one. */
  outside: string | null
  /** From which probability the bot answers, and from which it asks back. */
  thresholds: { answer: number; clarify: number }
}

/** Opened once for each matcher: of thousands of entries that takes a moment. */
const explainers = new WeakMap<Matcher, ReturnType<typeof createExplainer>>()

/** Asks content a question, the first of a conversation. */
export async function askContent(
  content: Content,
  { text, channel }: { text: string; channel: ChannelName },
  now: number,
): Promise<Asked> {
  const { knowledge } = content
  const questionOf = (id: string) =>
    (knowledge.topics.get(id) ?? knowledge.offTopics.get(id))?.question ??
    knowledge.outside.find((one) => one.id === id)?.name ??
    id
  const { outcome, said } = await beginConversation(content, channel, () => now).say({ text })
  const { readings, topics, understanding, thresholds } = explainerOf(content)(text)
  return {
    kind: outcome?.kind ?? 'fallback',
    topic: outcome?.topic ?? null,
    flow: outcome?.flow ?? null,
    reply: showReply(channel, said),
    readings: readings.map(({ typed, read }) => ({ typed, read })),
    candidates: topics.slice(0, CANDIDATES).map(({ topic, probability, nearest }) => ({
      topic,
      question: questionOf(topic),
      score: understanding.candidates.find((one) => one.topic === topic)?.score ?? probability,
      example: nearest?.example ?? null,
    })),
    outside: understanding.outside === null ? null : questionOf(understanding.outside),
    thresholds,
  }
}

function explainerOf({ model, matcher, knowledge }: Content) {
  const explainer =
    explainers.get(matcher) ?? createExplainer(model, knowledge.settings.matching, matcher)
  explainers.set(matcher, explainer)
  return explainer
}
