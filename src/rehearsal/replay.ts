import { performance } from 'node:perf_hooks'
import type { Content } from '../bot/content'
import { carryOver } from '../flows/carry-over'
import { flowSchema } from '../flows/flow'
import type { Matcher } from '../matching/create-matcher'
import { playConversation, readConversation } from './golden-conversation'

/** What a draft is tried on beside the entries' own examples. */
export type ReplayMaterial = {
  /** Masked questions that people asked, each once. */
  questions: readonly { text: string; count: number }[]
  /** Golden conversations as their files hold them. */
  goldens: readonly { name: string; text: string }[]
  /** People in the middle of a guide, by version and step; the definition is that of the version. */
  people: readonly PeopleInFlow[]
}

/** How many people are at a step of a version of a guide. */
export type PeopleInFlow = {
  flow: string
  hash: string
  step: string
  count: number
  definition: unknown
}

/** What a message is taken for; `topic` is what is answered, or null. */
export type Verdict = { kind: 'answer' | 'clarify' | 'none'; topic: string | null }
/** A message that is taken for something else; `owner`: the entry whose example it is, null for a person's question. */
export type Shift = {
  text: string
  count: number
  owner: string | null
  before: Verdict
  after: Verdict
}
/** A turn of a golden conversation in which the bot says something else. */
export type GoldenShift = {
  name: string
  title: string
  said: string
  before: string
  after: string
}
/** What becomes of people at a step: they go on as they began, go on in the new version, or begin anew. */
export type FlowShift = Omit<PeopleInFlow, 'definition' | 'hash'> & {
  title: string
  outcome: 'stay' | 'carried' | 'restart' | 'lost'
  /** What they see next. */
  sees: string
}

/** What publishing would change. */
export type Replay = {
  questions: Shift[]
  examples: Shift[]
  goldens: GoldenShift[]
  flows: FlowShift[]
  /** Questions of people that the entry answers before and after: they get its new words. */
  newWords: number
  /** How many of each were tried; `examples` may be fewer than there are, see {@link TIME_MS}. */
  tried: { questions: number; examples: number; ofExamples: number; goldens: number }
}

/** So long the examples of all entries are tried, in milliseconds; people wait for it. */
const TIME_MS = 20_000

/**
 * Tries what people say on content before and after an edit. Takes seconds; nobody hears of it.
 * @param id the entry or the guide that is edited
 */
export async function replay(
  id: string,
  { before, after }: { before: Content; after: Content },
  { questions, goldens, people }: ReplayMaterial,
): Promise<Replay> {
  const asked = questions.map((question) => ({ ...question, owner: null }))
  const ofPeople = shiftsOf(asked, before, after)
  const examples = toExamples(after, id)
  const isSameMatcher = before.model === after.model
  const ofExamples = isSameMatcher
    ? { shifts: [], tried: examples.length }
    : shiftsOf(examples, before, after)
  return {
    questions: ofPeople.shifts,
    examples: ofExamples.shifts,
    goldens: (await Promise.all(goldens.map((one) => shiftsOfGolden(one, before, after)))).flat(),
    flows: people.flatMap((group) => toFlowShift(group, after)),
    newWords: questions.reduce((sum, { text, count }) => {
      const same = [before, after].every(({ matcher }) => toVerdict(matcher, text).topic === id)
      return same ? sum + count : sum
    }, 0),
    tried: {
      questions: ofPeople.tried,
      examples: ofExamples.tried,
      ofExamples: examples.length,
      goldens: goldens.length,
    },
  }
}

type Tried = { text: string; count: number; owner: string | null }

/** Those of the edited entry first: they are the likeliest to change. */
function toExamples({ knowledge }: Content, id: string): Tried[] {
  const topics = [...knowledge.topics.values()]
  const own = topics.filter((topic) => topic.id === id)
  return [...own, ...topics.filter((topic) => topic.id !== id)].flatMap((topic) =>
    [topic.question, ...topic.examples].map((text) => ({ text, count: 1, owner: topic.id })),
  )
}

function shiftsOf(tried: readonly Tried[], before: Content, after: Content) {
  const end = performance.now() + TIME_MS
  const shifts: Shift[] = []
  let count = 0
  for (const one of tried) {
    if (performance.now() > end) break
    count += 1
    const was = toVerdict(before.matcher, one.text)
    const now = toVerdict(after.matcher, one.text)
    if (was.kind !== now.kind || was.topic !== now.topic) {
      shifts.push({ ...one, before: was, after: now })
    }
  }
  return { shifts, tried: count }
}

/** What was found out of content that stays the same while people try drafts on it. */
const verdicts = new WeakMap<Matcher, Map<string, Verdict>>()
const played = new WeakMap<Content, Map<string, Promise<Said[]>>>()

function toVerdict(matcher: Matcher, text: string): Verdict {
  return remember(verdicts, matcher, text, () => {
    const { kind, candidates } = matcher.match(text)
    return { kind, topic: kind === 'answer' ? (candidates[0]?.topic ?? null) : null }
  })
}

function remember<Holder extends object, Value>(
  known: WeakMap<Holder, Map<string, Value>>,
  holder: Holder,
  key: string,
  find: () => Value,
): Value {
  const values = known.get(holder) ?? new Map<string, Value>()
  known.set(holder, values)
  const value = values.get(key) ?? find()
  values.set(key, value)
  return value
}

async function shiftsOfGolden(
  { name, text }: { name: string; text: string },
  before: Content,
  after: Content,
): Promise<GoldenShift[]> {
  const golden = readConversation(text)
  const [was = [], now = []] = await Promise.all(
    [before, after].map((content) => remember(played, content, text, () => play(golden, content))),
  )
  return now.flatMap(({ said, told }, turn) => {
    const told0 = was[turn]?.told ?? ''
    return told === told0 ? [] : [{ name, title: golden.title, said, before: told0, after: told }]
  })
}

/** What someone said, and what they were told. */
type Said = { said: string; told: string }

/** What was said to the bot and what it said, turn by turn; a button that is gone ends the conversation. */
async function play(
  golden: ReturnType<typeof readConversation>,
  content: Content,
): Promise<Said[]> {
  const turns: Said[] = []
  try {
    for await (const { turn, reply } of playConversation(golden, content)) {
      const said = turn.said ?? turn.pressed ?? turn.sent ?? ''
      turns.push({ said, told: reply.messages.map((message) => message.text).join('\n\n') })
    }
  } catch (error) {
    turns.push({ said: '', told: error instanceof Error ? error.message : String(error) })
  }
  return turns
}

function toFlowShift(group: PeopleInFlow, { flows }: Content): FlowShift[] {
  const { flow: id, hash, step, count, definition } = group
  const current = flows.get(id)
  if (current?.hash === hash) return []
  const begun = flowSchema.safeParse(definition)
  const base = { flow: id, step, count, title: current?.flow.title ?? id }
  if (!begun.success) return [{ ...base, outcome: 'lost', sees: '' }]
  const textOf = (steps: readonly { id: string; text: string }[], at: string) =>
    steps.find((one) => one.id === at)?.text ?? ''
  const stay: FlowShift = { ...base, outcome: 'stay', sees: textOf(begun.data.steps, step) }
  if (!current) return [stay]
  const carried = carryOver(begun.data, { step, trail: [] }, current.flow)
  if (carried.kind === 'stay') return [stay]
  const sees = textOf(current.flow.steps, carried.position.step)
  return [{ ...base, outcome: carried.kind, sees }]
}
