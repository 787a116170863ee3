import { type Content, toContent } from '../bot/content'
import { toFlowContext, toIntents } from '../bot/load-content'
import type { ChannelName } from '../channels/channel-limits'
import type { FlowContext } from '../flows/check-flow'
import { loadFlows } from '../flows/load-flows'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import { type Draft, loadKnowledge } from '../knowledge/load-knowledge'
import type { Problem } from '../knowledge/problem'
import type { SourceFile } from '../knowledge/source-file'
import type { Topic } from '../knowledge/topic'
import { type MatcherModel, trainMatcher } from '../matching/train-matcher'
import { type Asked, askContent } from './ask-content'
import { type CheckBase, checkEntry } from './check-entry'
import { checkGuide } from './check-guide'
import { type EntryChange, toDraftTopic, withTopic } from './draft-content'
import type { EntryProblem } from './entry-problem'
import { indexEntries } from './index-entries'
import { type Replay, type ReplayMaterial, replay } from './replay'

/** What is served: what was read, what the matcher learned, and the files that are no entries. */
export type RehearsalBase = {
  revision: number
  knowledge: KnowledgeBase
  model: MatcherModel
  /** Under `knowledge/` and `flows/`. */
  files: readonly SourceFile[]
}

/** What a draft is asked for. */
export type RehearsalTask =
  | { kind: 'check'; change: EntryChange; today: string }
  | { kind: 'check-flow'; change: EntryChange }
  | { kind: 'ask'; change: EntryChange; text: string; channel: ChannelName; now: number }
  | { kind: 'replay'; change: EntryChange; material: ReplayMaterial }
  | { kind: 'replay-flow'; change: EntryChange; material: ReplayMaterial }

/** What comes back for each kind of task. */
export type RehearsalResults = {
  check: EntryProblem[]
  'check-flow': EntryProblem[]
  ask: Asked
  replay: Replay
  'replay-flow': Replay | { problems: Problem[] }
}

/** Matchers of drafts that are kept: an editor goes back and forth between two states, and edits with others. */
const KEPT = 3

/** Tries drafts on what is served. Holds a knowledge base and a few matchers; works where it is called, for seconds. */
export class Rehearser {
  #base: { check: CheckBase; guides: FlowContext; content: Content } | null = null
  readonly #trained = new Map<string, { text: string; content: Content }>()

  /**
   * Takes up what is served.
   * @throws {Error} when the files are no sound content
   */
  rebase({ knowledge, model, files }: RehearsalBase): void {
    const read = loadFlows(files.filter(({ path }) => path.startsWith('flows/')))
    const flows = new Map(read.flows.map(({ flow, hash }) => [flow.id, { flow, hash }]))
    const content = toContent({ knowledge, flows, model })
    const draft = toDraft(knowledge, files)
    const flowIds = new Set(flows.keys())
    const check = { draft, flowIds, matcher: content.matcher, likeOf: indexEntries(draft.topics) }
    this.#base = { check, guides: toFlowContext(knowledge, read), content }
    this.#trained.clear()
  }

  /** @throws {Error} before the first {@link rebase} */
  async run<Kind extends keyof RehearsalResults>(
    task: Extract<RehearsalTask, { kind: Kind }>,
  ): Promise<RehearsalResults[Kind]> {
    // Each branch gives the result of its kind, which TypeScript does not see.
    return (await this.#run(task)) as RehearsalResults[Kind]
  }

  #run(task: RehearsalTask): EntryProblem[] | Promise<Asked | RehearsalResults['replay-flow']> {
    const base = this.#base
    if (!base) throw new Error('Rehearser: rebase before the first task')
    const { check, guides, content } = base
    const { change } = task
    switch (task.kind) {
      case 'check':
        return checkEntry(check, change, task.today)
      case 'check-flow':
        return checkGuide(guides, change)
      case 'ask':
        return askContent(this.#train(content, change), task, task.now)
      case 'replay':
        return replay(
          change.id,
          { before: content, after: this.#train(content, change) },
          task.material,
        )
      case 'replay-flow':
        return replayFlow(content, change, task.material)
    }
  }

  /** The content with the draft in it, its examples learned; what was learned is used again where they are the same. */
  #train(base: Content, change: EntryChange): Content {
    const topic = toDraftTopic(change)
    const knowledge = withTopic(base.knowledge, topic)
    const key = taughtBy(topic)
    const known = this.#trained.get(key)
    this.#trained.delete(key)
    const content =
      known?.text === change.text
        ? known.content
        : { ...(known?.content ?? this.#learn(base, topic, knowledge)), knowledge }
    this.#trained.set(key, { text: change.text, content })
    for (const oldest of this.#trained.keys()) {
      if (this.#trained.size <= KEPT) break
      this.#trained.delete(oldest)
    }
    return content
  }

  #learn(base: Content, topic: Topic, knowledge: KnowledgeBase): Content {
    const { topics, offTopics } = base.knowledge
    const old = topics.get(topic.id) ?? offTopics.get(topic.id)
    if (old && taughtBy(old) === taughtBy(topic)) return base
    const intents = toIntents(knowledge)
    const model = trainMatcher({ intents, lexicon: knowledge.lexicon })
    return toContent({ ...base, model })
  }
}

/** What the matcher learns of an entry. */
function taughtBy({ id, question, examples, off }: Topic): string {
  return JSON.stringify([id, question, examples, off])
}

async function replayFlow(
  before: Content,
  { id, path, text }: EntryChange,
  material: ReplayMaterial,
): Promise<RehearsalResults['replay-flow']> {
  const { flows, problems } = loadFlows([{ path, text }])
  const [placed] = flows
  if (!placed || problems.length > 0) return { problems }
  const { flow, hash } = placed
  const after = { ...before, flows: new Map([...before.flows, [flow.id, { flow, hash }]]) }
  return replay(id, { before, after }, material)
}

/** What is served as the checks take it: where exactly in its file an entry says something, nobody asks here. */
function toDraft(knowledge: KnowledgeBase, files: readonly SourceFile[]): Draft {
  const { draft } = loadKnowledge(files.filter(({ path }) => path.startsWith('knowledge/')))
  if (!draft) throw new Error('what is served cannot be read')
  const topics = [...knowledge.topics.values(), ...knowledge.offTopics.values()]
  return {
    ...draft,
    knowledge,
    topics: topics.map((topic) => ({
      topic,
      file: `knowledge/topics/${topic.id}.yaml`,
      locate: () => ({ line: 1, column: 1 }),
    })),
    topicIds: new Set(topics.map(({ id }) => id)),
  }
}
