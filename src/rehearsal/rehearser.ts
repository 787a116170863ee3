import { type Content, toContent } from '../bot/content'
import { toIntents } from '../bot/load-content'
import type { ChannelName } from '../channels/channel-limits'
import { type HashedFlow, loadFlows } from '../flows/load-flows'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import { type Draft, isTopicFile, loadKnowledge } from '../knowledge/load-knowledge'
import type { Problem } from '../knowledge/problem'
import { readYaml } from '../knowledge/read-yaml'
import type { SourceFile } from '../knowledge/source-file'
import { type Topic, topicSchema } from '../knowledge/topic'
import { type MatcherModel, trainMatcher } from '../matching/train-matcher'
import { type Asked, createAsker } from './ask-content'
import { checkEntry, type EntryProblem } from './check-entry'
import { type EntryChange, toDraftTopic, withTopic } from './draft-content'
import { type Replay, type ReplayMaterial, replay } from './replay'

/** What is served: its files under `knowledge/` and `flows/`, and what the matcher learned of them. */
export type RehearsalBase = {
  revision: number
  files: readonly SourceFile[]
  model: MatcherModel
}

/** What a draft is asked for. */
export type RehearsalTask =
  | { kind: 'check'; change: EntryChange; today: string }
  | { kind: 'ask'; change: EntryChange; text: string; channel: ChannelName; now: number }
  | { kind: 'replay'; change: EntryChange; material: ReplayMaterial }
  | { kind: 'replay-flow'; change: EntryChange; material: ReplayMaterial }

/** What comes back for each kind of task. */
export type RehearsalResults = {
  check: EntryProblem[]
  ask: Asked
  replay: Replay
  'replay-flow': Replay | { problems: Problem[] }
}

/** Matchers of drafts that are kept: an editor goes back and forth between two states, and edits with others. */
const KEPT = 3

/** Tries drafts on what is served. Holds a knowledge base and a few matchers; works where it is called, for seconds. */
export class Rehearser {
  #base: { revision: number; files: Map<string, string>; draft: Draft; content: Content } | null =
    null
  readonly #trained = new Map<string, { text: string; content: Content }>()
  readonly #askers = new WeakMap<Content, ReturnType<typeof createAsker>>()

  /**
   * Takes up what is served. Of the same base with a few entries edited, only these are read.
   * @throws {Error} when the files are no sound content
   */
  rebase({ revision, files, model }: RehearsalBase): void {
    const texts = new Map(files.map(({ path, text }) => [path, text]))
    const draft = this.#carry(texts) ?? readDraft(files)
    const flows = this.#carryFlows(texts) ?? readFlows(files)
    const content = toContent({ knowledge: draft.knowledge, flows, model })
    this.#base = { revision, files: texts, draft, content }
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
    const { draft, content } = base
    const { change } = task
    switch (task.kind) {
      case 'check': {
        const flowIds = new Set(content.flows.keys())
        return checkEntry({ draft, flowIds, matcher: content.matcher }, change, task.today)
      }
      case 'ask':
        return this.#askerOf(this.#train(content, change))(task.text, task.channel, task.now)
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

  #askerOf(content: Content) {
    const asker = this.#askers.get(content) ?? createAsker(content)
    this.#askers.set(content, asker)
    return asker
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

  #carry(texts: ReadonlyMap<string, string>): Draft | null {
    const base = this.#base
    if (!base) return null
    const changed = changedPaths(base.files, texts)
    if (changed.some((path) => path.startsWith('knowledge/') && !isTopicFile(path))) return null
    let { draft } = base
    for (const path of changed.filter(isTopicFile)) {
      const text = texts.get(path)
      const read = text === undefined ? null : readYaml({ path, text }, topicSchema)
      if (!read?.ok) return null
      const { value: topic, locate } = read
      draft = {
        ...draft,
        knowledge: withTopic(draft.knowledge, topic),
        topics: [
          ...draft.topics.filter((one) => one.topic.id !== topic.id),
          { topic, file: path, locate },
        ],
        topicIds: new Set([...draft.topicIds, topic.id]),
      }
    }
    return draft
  }

  #carryFlows(texts: ReadonlyMap<string, string>): Content['flows'] | null {
    const base = this.#base
    if (!base) return null
    const isSame = changedPaths(base.files, texts).every((path) => !path.startsWith('flows/'))
    return isSame ? base.content.flows : null
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

function changedPaths(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => before.get(path) !== after.get(path))
}

function readDraft(files: readonly SourceFile[]): Draft {
  const { draft } = loadKnowledge(files.filter(({ path }) => path.startsWith('knowledge/')))
  if (!draft) throw new Error('what is served cannot be read')
  return draft
}

function readFlows(files: readonly SourceFile[]): ReadonlyMap<string, HashedFlow> {
  const { flows } = loadFlows(files.filter(({ path }) => path.startsWith('flows/')))
  return new Map(flows.map(({ flow, hash }) => [flow.id, { flow, hash }]))
}
