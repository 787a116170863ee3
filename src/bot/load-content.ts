import { checkFlow, type FlowContext } from '../flows/check-flow'
import { type LoadedFlows, loadFlows } from '../flows/load-flows'
import { checkKnowledge } from '../knowledge/check-knowledge'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import { loadKnowledge } from '../knowledge/load-knowledge'
import type { Problem } from '../knowledge/problem'
import type { SourceFile } from '../knowledge/source-file'
import { type Intent, type MatcherModel, trainMatcher } from '../matching/train-matcher'
import type { LoadedContent } from './content'

/** Everything that content is made from. */
export type ContentSources = {
  knowledge: readonly SourceFile[]
  flows: readonly SourceFile[]
  /** Characters of the narrowest channel's longest answer. */
  textLength: number
  /** Today in Hanoi, `2026-11-24`. */
  today: string
}

/** What came of loading. Content is null where a problem is an error; then what was published before goes on. */
export type ContentResult = { content: LoadedContent | null; problems: Problem[] }

/**
 * Reads and checks knowledge and flows and trains the matcher on them: the only way to content.
 * @param known what was learned from earlier content, used again where the new content teaches the same
 */
export function loadContent(sources: ContentSources, known?: MatcherModel): ContentResult {
  const { knowledge, placed, problems: found } = loadKnowledge(sources.knowledge)
  const { flows, published, problems: flowProblems } = loadFlows(sources.flows)
  const problems = [...found, ...flowProblems]
  if (!knowledge) return { content: null, problems }

  const byId = new Map(flows.map(({ flow, hash }) => [flow.id, { flow, hash }]))
  const context = toFlowContext(knowledge, { flows, published })
  problems.push(
    ...checkKnowledge(knowledge, { ...sources, placed, flowIds: new Set(byId.keys()) }),
    ...flows.flatMap((flow) => checkFlow(flow, context)),
  )
  if (problems.some(({ level }) => level === 'error')) return { content: null, problems }

  const model = trainMatcher({ intents: toIntents(knowledge), lexicon: knowledge.lexicon }, known)
  return { content: { knowledge, flows: byId, model }, problems }
}

/** What the guides are checked against. */
export function toFlowContext(
  { topics, outline, facts, settings }: KnowledgeBase,
  { flows, published }: Pick<LoadedFlows, 'flows' | 'published'>,
): FlowContext {
  return {
    flows: new Map(flows.map(({ flow }) => [flow.id, flow])),
    published,
    topicIds: new Set(topics.keys()),
    sourceIds: new Set([...outline.claims.map(({ id }) => id), ...facts.keys()]),
    allowedDomains: settings.allowed_domains,
  }
}

/** What the matcher learns of a knowledge base: every topic by its question and examples, and what is outside. */
export function toIntents({ topics, outside }: KnowledgeBase): Intent[] {
  return [
    ...[...topics.values()].map(({ id, question, examples }) => ({
      id,
      examples: [question, ...examples],
    })),
    ...outside.map(({ id, examples }) => ({ id, examples, outside: true })),
  ]
}
