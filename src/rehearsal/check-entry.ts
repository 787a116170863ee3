import { CHANNEL_LIMITS } from '../channels/channel-limits'
import { checkKnowledge } from '../knowledge/check-knowledge'
import type { Draft, PlacedTopic } from '../knowledge/load-knowledge'
import { NOTHING_PUBLISHED } from '../knowledge/published-ids'
import { readYaml } from '../knowledge/read-yaml'
import { type Topic, topicSchema } from '../knowledge/topic'
import type { Matcher } from '../matching/create-matcher'
import { type EntryChange, toDraftTopic, withTopic } from './draft-content'
import { type EntryProblem, toEntryProblem } from './entry-problem'

/** What an entry is checked against. */
export type CheckBase = {
  draft: Draft
  flowIds: ReadonlySet<string>
  matcher: Matcher
  /** The entries that may have something in common with one. */
  likeOf(topic: Topic): PlacedTopic[]
}

/**
 * Everything that is to be said of a draft, also of one that is half written: what its file lacks, what the whole has
 * against it, and new examples that are answered with another entry today.
 */
export function checkEntry(
  { draft, flowIds, matcher, likeOf }: CheckBase,
  change: EntryChange,
  today: string,
): EntryProblem[] {
  const read = readYaml({ path: change.path, text: change.text }, topicSchema)
  const ofFile = read.ok ? [] : read.problems.map((problem) => toEntryProblem(problem, change.text))
  const topic = read.ok ? read.value : toDraftTopic(change)
  const paths: (string | number)[][] = []
  const placed = {
    topic,
    file: change.path,
    // What the checks say comes back with the number of the path instead of a line.
    locate: (path: readonly PropertyKey[]) => ({
      line: paths.push(path.map((key) => (typeof key === 'number' ? key : String(key)))),
      column: 0,
    }),
  }
  const whole: Draft = {
    ...draft,
    knowledge: withTopic(draft.knowledge, topic),
    // Last, so that of two entries with the same example this one is told.
    topics: [...likeOf(topic), placed],
    topicIds: new Set([...draft.topicIds, topic.id]),
  }
  const found = checkKnowledge({
    draft: whole,
    flowIds,
    // An entry is tried alone: what else would go with a publication is asked when it is published.
    published: NOTHING_PUBLISHED,
    channels: CHANNEL_LIMITS,
    today,
  })
    .filter(({ file, line }) => file === change.path && paths[line - 1])
    .map(({ line, message, level }) => ({ path: paths[line - 1] ?? [], message, level }))
  const { topics, offTopics } = draft.knowledge
  const before = topics.get(topic.id) ?? offTopics.get(topic.id)
  return unique([...ofFile, ...found, ...findTaken(topic, before?.examples ?? [], matcher)])
}

/** New examples that another entry answers today. */
function findTaken(
  { id, examples }: { id: string; examples: readonly string[] },
  known: readonly string[],
  matcher: Matcher,
): EntryProblem[] {
  return examples.flatMap((example, index) => {
    if (known.includes(example)) return []
    const { kind, candidates } = matcher.match(example)
    const [best] = candidates
    if (kind !== 'answer' || !best || best.topic === id) return []
    const message =
      `hiện Loa trả lời câu này bằng mục "${best.topic}" (chắc ${Math.round(best.score * 100)}%); ` +
      'xem có phải ý của mục ấy không'
    return [{ path: ['examples', index], message, level: 'warning' }]
  })
}

function unique(problems: readonly EntryProblem[]): EntryProblem[] {
  return [...new Map(problems.map((one) => [`${one.path}\n${one.message}`, one])).values()]
}
