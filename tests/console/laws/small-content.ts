import type { LawContent } from '../../../src/console/laws/law-graph'
import { flowSchema } from '../../../src/flows/flow'
import { factSchema, noteSchema } from '../../../src/knowledge/fact'
import type { KnowledgeBase } from '../../../src/knowledge/knowledge-base'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge'
import { readSourceFiles } from '../../../src/knowledge/source-file'
import { topicSchema } from '../../../src/knowledge/topic'

type Written = { id: string } & Record<string, unknown>

/** What is told in a test; all else is as in the campaign, which has none of it. */
export type SmallContent = {
  facts?: Written[]
  notes?: Written[]
  topics?: Written[]
  flows?: Written[]
}

const byId = <T extends { id: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.id, item]))

/** Content that holds these alone; an entry, note or guide says its id and rests on nothing, if not told otherwise. */
export function toSmallContent({ facts = [], notes = [], topics = [], flows = [] }: SmallContent): {
  knowledge: KnowledgeBase
  flows: LawContent['flows']
} {
  const { knowledge } = loadKnowledge(readSourceFiles('knowledge'))
  if (!knowledge) throw new Error('the campaign is not sound')
  const all = topics.map((topic) =>
    topicSchema.parse({
      group: 'card',
      label: topic.id,
      question: `Câu ${topic.id}?`,
      subject: 'card',
      aspect: 'what',
      examples: ['một', 'hai', 'ba', 'bốn', 'năm'],
      answer: { short: 'Trả lời.' },
      reviewed_on: '2026-11-01',
      owner: 'Ban Tuyên giáo',
      ...topic,
    }),
  )
  const guides = flows.map((flow) =>
    flowSchema.parse({
      version: 1,
      title: `Hướng dẫn ${flow.id}`,
      sources: [{ fact: 'none' }],
      steps: [{ id: 'one', text: 'Làm.', short: 'Làm.', end: true }],
      reviewed_on: '2026-11-01',
      owner: 'Ban Tuyên giáo',
      ...flow,
    }),
  )
  return {
    knowledge: {
      ...knowledge,
      topics: byId(all.filter(({ off }) => !off)),
      offTopics: byId(all.filter(({ off }) => off)),
      facts: byId(
        facts.map((fact) =>
          factSchema.parse({
            says: `Điều ${fact.id}.`,
            legal_basis: null,
            applies_from: null,
            applies_until: null,
            confidence: 'high',
            checked_on: '2026-11-01',
            sources: [],
            ...fact,
          }),
        ),
      ),
      notes: byId(notes.map((note) => noteSchema.parse({ text: `Lời dặn ${note.id}.`, ...note }))),
      settings: { ...knowledge.settings, reviews: { lasts_days: 90, remind_days: 14 } },
      redirects: [{ topic: 'old-chip', to: 'chip', on: '2026-11-02' }],
      units: {
        ...knowledge.units,
        units: [{ code: 'phuong-mau', name: 'Phường Mẫu', office: 'Công an', hours: 'sáng' }],
      },
    },
    flows: new Map(guides.map((flow) => [flow.id, { flow, hash: 'h' }])),
  }
}
