import type { Content } from '../../bot/content'
import type { Bulletin } from '../../knowledge/bulletin'
import { fillMessage } from '../../knowledge/messages'
import { toReplacedTopic } from '../../knowledge/replaced-topic'
import { toSourceLine, toSpokenDay } from '../../knowledge/source-line'
import type { Topic } from '../../knowledge/topic'
import type { Unit } from '../../knowledge/units'

/** What a link opens: an answer, a guide, or the chat itself. */
export type SharedAddress = { kind: 'topic' | 'guide'; id: string } | { kind: 'chat' }

/** A thing that is handed on, as every part of its kit tells it. */
export type Shared = {
  address: SharedAddress
  /** A few words, for the names of files. */
  label: string
  title: string
  answer: string
  /** On what it rests and when that was last reviewed; empty under a notice, which rests on neither. */
  source: string
  /** The day of that review, `2026-11-24`. */
  date: string
  /** An official notice stands in the place of its answer: the texts tell that, and nothing is made that outlives it. */
  isReplaced: boolean
}

/** What things to share are found in. */
export type Shareable = Pick<Content, 'knowledge' | 'flows'> & {
  /** Official notices in effect. */
  bulletins: readonly Bulletin[]
}

/** Finds what is shared; null for what does not exist, and for small talk, which nobody forwards. */
export function findShared(address: SharedAddress, content: Shareable): Shared | null {
  switch (address.kind) {
    case 'topic':
      return findTopic(address.id, content)
    case 'guide':
      return findGuide(address.id, content)
    case 'chat':
      return toChat(content)
  }
}

/** Everything that can be shared: the chat, the guides that are begun by themselves, the answers. */
export function listShared(content: Shareable): Shared[] {
  const guides = [...content.flows.keys()].map((id) => findGuide(id, content))
  const topics = [...content.knowledge.topics.keys()].map((id) => findTopic(id, content))
  return [toChat(content), ...guides, ...topics].filter((shared) => shared !== null)
}

/** Where a link of the kit is put: it stands in the link as `l`, so that its use can be counted. */
export type LinkPlace = 'zalo' | 'fb' | 'poster' | 'card' | 'doc' | 'chat'

/** The address of what is shared, with the unit that gives it out (none for the city) and the place it is put. */
export function toLink(
  address: SharedAddress,
  { base, unit, city, place }: { base: string; unit: Unit; city: Unit; place: LinkPlace },
): string {
  const path = toPath(address, { topic: '/t', guide: '/g', chat: '' })
  const query = new URLSearchParams({
    ...(unit.code !== city.code && { u: unit.code }),
    l: place,
  })
  return `${base}${path}?${query}`
}

/** The page of a thing's kit, without the site's address. */
export function toKitPath(address: SharedAddress): string {
  return toPath(address, { topic: '/share/t', guide: '/share/g', chat: '/share/loa' })
}

/** `?u=<code>`, or nothing for the city. */
export const toUnitQuery = (unit: Unit, city: Unit) =>
  unit.code === city.code ? '' : `?u=${unit.code}`

function toPath(address: SharedAddress, roots: Record<SharedAddress['kind'], string>): string {
  const root = roots[address.kind]
  return address.kind === 'chat' ? root || '/' : `${root}/${address.id}`
}

function findTopic(id: string, content: Shareable): Shared | null {
  const topic = content.knowledge.topics.get(id)
  if (!topic || topic.group === 'bot') return null
  const { answer, isReplaced } = toAnswer(topic, content)
  return {
    address: { kind: 'topic', id },
    label: topic.label,
    title: topic.question,
    answer,
    source: isReplaced ? '' : toSourceLine(topic, content.knowledge),
    date: topic.reviewed_on,
    isReplaced,
  }
}

/** A guide tells the answer of the entry that opens it, and under a notice, which the guide may contradict, the notice. */
function findGuide(id: string, content: Shareable): Shared | null {
  const { knowledge, flows } = content
  const flow = flows.get(id)?.flow
  if (!flow) return null
  const opener = [...knowledge.topics.values()].find(({ opens }) => opens === id)
  const { answer, isReplaced } = opener
    ? toAnswer(opener, content)
    : { answer: knowledge.messages.kit.guide_answer, isReplaced: false }
  return {
    address: { kind: 'guide', id },
    label: opener?.label ?? flow.title,
    title: flow.title,
    answer,
    source: isReplaced ? '' : toSourceLine(flow, knowledge),
    date: flow.reviewed_on,
    isReplaced,
  }
}

function toAnswer(topic: Topic, { knowledge, bulletins }: Shareable) {
  const replaced = toReplacedTopic(topic, knowledge, bulletins)
  return {
    answer: (replaced ?? topic).answer.short.trim(),
    isReplaced: replaced !== null,
  }
}

function toChat({ knowledge: { topics, messages } }: Shareable): Shared {
  const date =
    [...topics.values()]
      .map(({ reviewed_on }) => reviewed_on)
      .sort()
      .at(-1) ?? ''
  return {
    address: { kind: 'chat' },
    label: messages.web.bot,
    title: messages.kit.chat_title,
    answer: messages.kit.chat_answer,
    source: fillMessage(messages.source.reviewed, { date: toSpokenDay(date) }),
    date,
    isReplaced: false,
  }
}
