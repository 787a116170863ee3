import { basename } from 'node:path'
import { checkFlow, type FlowContext } from '../flows/check-flow'
import { type LoadedFlows, loadFlows, type PlacedFlow } from '../flows/load-flows'
import { checkKnowledge } from '../knowledge/check-knowledge'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import { type Draft, loadKnowledge } from '../knowledge/load-knowledge'
import { inFileOrder, type Problem } from '../knowledge/problem'
import { NOTHING_PUBLISHED, type PublishedIds } from '../knowledge/published-ids'
import type { SourceFile } from '../knowledge/source-file'
import { type Intent, type MatcherModel, trainMatcher } from '../matching/train-matcher'
import { checkSchemaLines } from './check-schema-lines'
import type { LoadedContent } from './content'

/** Everything that content is made from. */
export type ContentSources = {
  knowledge: readonly SourceFile[]
  flows: readonly SourceFile[]
  /** What each channel takes, by its name; `textLength` in characters of one message. */
  channels: Readonly<Record<string, { textLength: number }>>
  /** Today in Hanoi, `2026-11-24`. */
  today: string
  /** Ids that people may have links to; none where nothing is known of what was published. */
  published?: PublishedIds
}

/** What was read and found sound, and every problem in file order. Null where a problem is an error. */
export type CheckedContent = {
  sound: { draft: Draft; flows: PlacedFlow[] } | null
  problems: Problem[]
}

/** What came of loading. Content is null where a problem is an error; then what was published before goes on. */
export type ContentResult = { content: LoadedContent | null; problems: Problem[] }

/**
 * Reads and checks knowledge and flows and trains the matcher on them: the only way to content.
 * @param known what was learned from earlier content, used again where the new content teaches the same
 */
export function loadContent(sources: ContentSources, known?: MatcherModel): ContentResult {
  const { sound, problems } = checkContent(sources)
  if (!sound) return { content: null, problems }
  const { draft, flows } = sound
  const { knowledge } = draft
  const byId = new Map(flows.map(({ flow, hash }) => [flow.id, { flow, hash }]))
  const model = trainMatcher({ intents: toIntents(knowledge), lexicon: knowledge.lexicon }, known)
  return { content: { knowledge, flows: byId, model }, problems }
}

/**
 * Reads and checks knowledge and flows. One broken entry or flow keeps no other from being checked; a broken file of
 * another kind is told with what is wrong inside each file, since what spans files cannot be known then.
 */
export function checkContent(sources: ContentSources): CheckedContent {
  const { draft, problems: found } = loadKnowledge(sources.knowledge)
  const loaded = loadFlows(sources.flows)
  const { flows } = loaded
  const problems = [...found, ...loaded.problems, ...checkSchemaLines(sources)]
  if (draft) {
    // A flow that could not be read is not there, but it is not its buttons that are to be mended.
    const flowIds = new Set([
      ...flows.map(({ flow }) => flow.id),
      ...sources.flows.map(({ path }) => basename(path, '.yaml')),
    ])
    const { channels, today, published = NOTHING_PUBLISHED } = sources
    const context = toFlowContext(draft.knowledge, loaded)
    const { topicIds } = draft
    problems.push(
      ...checkKnowledge({ draft, flowIds, published, channels, today }),
      ...flows.flatMap((flow) => checkFlow(flow, { ...context, topicIds })),
    )
  }
  const sound = draft && problems.every(({ level }) => level !== 'error')
  return { sound: sound ? { draft, flows } : null, problems: inFileOrder(problems) }
}

/** What the guides are checked against. */
export function toFlowContext(
  { topics, offTopics, outline, facts, settings }: KnowledgeBase,
  { flows, published }: Pick<LoadedFlows, 'flows' | 'published'>,
): FlowContext {
  return {
    flows: new Map(flows.map(({ flow }) => [flow.id, flow])),
    published,
    topicIds: new Set([...topics.keys(), ...offTopics.keys()]),
    sourceIds: new Set([...outline.claims.map(({ id }) => id), ...facts.keys()]),
    allowedDomains: settings.allowed_domains,
  }
}

/**
 * What the matcher learns of a knowledge base: every topic by its question and examples, and what is outside. A topic
 * that is turned off is outside as well: else its neighbours would answer its questions.
 */
export function toIntents({ topics, offTopics, outside }: KnowledgeBase): Intent[] {
  return [
    ...[...topics.values()].map(({ id, question, examples }) => ({
      id,
      examples: [question, ...examples],
    })),
    ...[...offTopics.values()].map(({ id, question, examples }) => ({
      id,
      examples: [question, ...examples],
      outside: true,
    })),
    ...outside.map(({ id, examples }) => ({ id, examples, outside: true })),
  ]
}
