import type { Content } from '../../bot/content'
import type { Flow, FlowStep } from '../../flows/flow'
import {
  findLegalDocuments,
  type LegalDocument,
  readLegalBasis,
  toDocumentId,
} from '../../knowledge/find-legal-documents'
import type { KnowledgeBase } from '../../knowledge/knowledge-base'
import type { Source, Topic } from '../../knowledge/topic'

/** A step of a guide that rests on a document, and what of it is nearest to the document. */
export type RestingStep = {
  id: string
  /** The step in a sentence. */
  short: string
  /** `names`: its words name the document; `leads`: it offers an answer that rests on it, or calls such a guide. */
  mark: 'names' | 'leads' | null
}

/** Something that citizens are told and that rests on a document. */
export type RestingItem = {
  kind: 'topic' | 'flow' | 'note'
  id: string
  title: string
  owner: string
  isOff: boolean
  /** The facts, claims and notes through which it rests on it, in their words. */
  through: { id: string; says: string; isNote: boolean }[]
  /** Whether its own words name the document. */
  isNamed: boolean
  /** Of a guide: every step. */
  steps: RestingStep[]
}

/** A legal document and everything that rests on it. */
export type LawDocument = LegalDocument & {
  /** Checked facts whose basis it is. */
  facts: { id: string; says: string }[]
  items: RestingItem[]
}

/** What is told, as far as documents are found in it. */
export type LawContent = {
  knowledge: Pick<
    KnowledgeBase,
    'topics' | 'offTopics' | 'notes' | 'facts' | 'outline' | 'settings' | 'redirects'
  >
  flows: Content['flows']
}

type Reason = RestingItem['through'][number] & { documents: ReadonlySet<string> }
type Documents = ReturnType<typeof createDocuments>

/**
 * The legal documents that what is told rests on, by their ids: document → facts and claims → shared notes → entries →
 * guides and their steps.
 */
export function readLawGraph({ knowledge, flows }: LawContent): ReadonlyMap<string, LawDocument> {
  const documents = createDocuments()
  const reasons = readReasons(knowledge, documents)
  const because = (sources: readonly Source[]) =>
    sources.flatMap((source) => reasons.get('claim' in source ? source.claim : source.fact) ?? [])
  const noteReasons = new Map<string, Reason>()
  for (const { id, text, sources } of knowledge.notes.values()) {
    const through = because(sources)
    const owner = knowledge.settings.campaign.organiser
    const item = { kind: 'note' as const, id, title: text, owner, isOff: false, steps: [] }
    const on = documents.place(item, through, [text])
    noteReasons.set(id, { id, says: text, isNote: true, documents: on })
  }
  for (const topic of [...knowledge.topics.values(), ...knowledge.offTopics.values()]) {
    const notes = topic.notes.flatMap((id) => noteReasons.get(id) ?? [])
    const { id, question: title, owner, off: isOff } = topic
    const item = { kind: 'topic' as const, id, title, owner, isOff, steps: [] }
    documents.place(item, [...because(topic.sources), ...notes], textsOf(topic))
  }
  for (const { flow } of flows.values()) {
    const { id, title, owner } = flow
    const item = { kind: 'flow' as const, id, title, owner, isOff: false, steps: [] }
    documents.place(item, because(flow.sources), flow.steps.map(textOf))
  }
  const steps = new Map([...flows].map(([id, { flow }]) => [id, readSteps(flow)]))
  for (const { id, items } of documents.all.values()) {
    markSteps(id, items, steps)
    items.sort((a, b) => distance(a) - distance(b))
  }
  return documents.all
}

/** Facts and claims by their ids, each with the documents on which it rests. */
function readReasons(
  { outline, facts }: LawContent['knowledge'],
  documents: Documents,
): Map<string, Reason> {
  const circular = { id: toDocumentId(outline.document.number), name: outline.document.title }
  const claims = outline.claims.map(({ id, says }): [string, Reason] => [
    id,
    { id, says, isNote: false, documents: documents.know([circular, ...findLegalDocuments(says)]) },
  ])
  return new Map([
    ...claims,
    ...[...facts.values()].map(({ id, says, legal_basis }): [string, Reason] => {
      const on = documents.know(
        legal_basis ? readLegalBasis(legal_basis) : findLegalDocuments(says),
      )
      for (const document of on) documents.all.get(document)?.facts.push({ id, says })
      return [id, { id, says, isNote: false, documents: on }]
    }),
  ])
}

/** The documents as they are found; the first to name one in full gives its name. */
function createDocuments() {
  const all = new Map<string, LawDocument>()

  function know(found: readonly LegalDocument[]): ReadonlySet<string> {
    for (const { id, name } of found) {
      const known = all.get(id)
      if (!known) all.set(id, { id, name, facts: [], items: [] })
      else if (isBareNumber(known.name)) known.name = name
    }
    return new Set(found.map(({ id }) => id))
  }

  return {
    all,
    know,

    /** Puts an item under every document it rests on, and says which. */
    place(
      item: Omit<RestingItem, 'through' | 'isNamed'>,
      through: readonly Reason[],
      texts: readonly string[],
    ): ReadonlySet<string> {
      const named = know(texts.flatMap(findLegalDocuments))
      const on = new Set([...through.flatMap(({ documents }) => [...documents]), ...named])
      for (const id of on) {
        const reasons = through.filter(({ documents }) => documents.has(id))
        all.get(id)?.items.push({
          ...item,
          through: reasons.map(({ documents: _documents, ...reason }) => reason),
          isNamed: named.has(id),
        })
      }
      return on
    },
  }
}

/** How far an item is from the document: what names it comes first, what only tells a note that rests on it last. */
function distance({ isNamed, through }: RestingItem): number {
  if (isNamed) return 0
  return through.some(({ isNote }) => !isNote) ? 1 : 2
}

const isBareNumber = (name: string) => /^\d/.test(name)

type ReadStep = { step: FlowStep; named: ReadonlySet<string> }

function readSteps({ steps }: Flow): ReadStep[] {
  return steps.map((step) => ({
    step,
    named: new Set(findLegalDocuments(textOf(step)).map(({ id }) => id)),
  }))
}

/** Every step of the guides among these, with what of it is nearest to the document. */
function markSteps(
  document: string,
  items: RestingItem[],
  steps: ReadonlyMap<string, readonly ReadStep[]>,
): void {
  const resting = new Set(items.map(({ kind, id }) => `${kind} ${id}`))
  const leads = ({ related, choices }: FlowStep) =>
    related.some((topic) => resting.has(`topic ${topic}`)) ||
    choices.some(({ call }) => call !== undefined && resting.has(`flow ${call}`))
  const toMark = ({ step, named }: ReadStep): RestingStep['mark'] => {
    if (named.has(document)) return 'names'
    return leads(step) ? 'leads' : null
  }
  for (const item of items) {
    if (item.kind !== 'flow') continue
    item.steps = (steps.get(item.id) ?? []).map((read) => ({
      id: read.step.id,
      short: read.step.short,
      mark: toMark(read),
    }))
  }
}

function textsOf({ question, answer: { short, detail = '', channels } }: Topic): string[] {
  const own = Object.values(channels).flatMap((words) => [words.short ?? '', words.detail ?? ''])
  return [question, short, detail, ...own]
}

const textOf = ({ text, short }: FlowStep) => `${text}\n${short}`
