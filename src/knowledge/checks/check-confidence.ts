import type { Fact, Note } from '../fact'
import type { Draft } from '../load-knowledge'
import type { Problem } from '../problem'
import { type Place, problemAt } from '../problem-at'
import type { Settings } from '../settings'
import type { Source, Topic } from '../topic'
import type { Check } from './check'

const AS_PUBLISHED = /theo thông tin (?:đã )?công bố/iu
/** Words for those who know, beside the contacts and addresses of `settings.yaml`. */
const WHO_KNOWS =
  /công an|tổng đài|cổng dịch vụ công|uỷ ban|ủy ban|ubnd|một cửa|bảo hiểm xã hội|ngân hàng|nhà mạng/iu

/** What its sources say, in the words of every channel, and the shared notes that are told with it. */
type Telling = {
  texts: string[]
  notes: readonly Note[]
  sources: readonly Source[]
  place: Place
  path: PropertyKey[]
}

/**
 * How sure a fact is shows in how it is told. `medium`: as published, with where to confirm it; `low`: by naming who
 * knows. A fact that has ceased to hold is to be told no more.
 */
export const checkConfidence: Check = ({ draft, today }) => {
  const { facts, settings } = draft.knowledge
  return tellingsOf(draft).flatMap(({ texts, notes, sources, place, path }) => {
    const saysPublished = texts.every((text) => AS_PUBLISHED.test(text))
    const told = notes.map(({ text }) => text).join('\n')
    const namesWhoKnows = texts.every((text) => namesPlace(`${text}\n${told}`, settings))
    return sources.flatMap((source, index): Problem[] => {
      const fact = 'fact' in source ? facts.get(source.fact) : undefined
      if (!fact) return []
      const at = [...path, 'sources', index]
      const error = (message: string) => problemAt(place, at, { message })
      return [
        ...(fact.confidence === 'medium' && !saysPublished && !isToldByNote(fact, notes)
          ? [
              error(
                `${fact.id} chỉ là thông tin công bố (medium); thêm lời "theo thông tin công bố"`,
              ),
            ]
          : []),
        ...(fact.confidence !== 'high' && !namesWhoKnows ? [error(toPlaceMessage(fact))] : []),
        ...(fact.applies_until && fact.applies_until < today
          ? [problemAt(place, at, { message: toExpiredMessage(fact), level: 'warning' })]
          : []),
      ]
    })
  })
}

const toPlaceMessage = ({ id, confidence }: Fact) =>
  confidence === 'low'
    ? `${id} chưa chắc (low): không nói như sự thật, mà nêu cơ quan hoặc tổng đài biết rõ`
    : `${id} chỉ là thông tin công bố (medium); nêu nơi hỏi lại: cơ quan, tổng đài hoặc trang chính thức`

const toExpiredMessage = ({ id, applies_until }: Fact) =>
  `${id} chỉ áp dụng đến ${applies_until}; sửa câu trả lời và bỏ nguồn này`

function tellingsOf({ knowledge, topics, read, places }: Draft): Telling[] {
  return [
    ...topics.map(({ topic, ...place }) => ({
      texts: wordingsOf(topic),
      notes: topic.notes.flatMap((id) => knowledge.notes.get(id) ?? []),
      sources: topic.sources,
      place,
      path: [],
    })),
    ...read.notes.map(({ text, sources }, index) => ({
      texts: [text],
      notes: [],
      sources,
      place: places.notes,
      path: [index],
    })),
  ]
}

function wordingsOf({ answer }: Topic): string[] {
  const ways = [answer, ...Object.values(answer.channels).map((own) => ({ ...answer, ...own }))]
  return ways.map(({ short, detail = '' }) => `${short}\n${detail}`)
}

/** Whether it is a shared note that tells the fact, as published. */
function isToldByNote({ id }: Fact, notes: readonly Note[]): boolean {
  return notes.some(
    ({ text, sources }) =>
      AS_PUBLISHED.test(text) && sources.some((source) => 'fact' in source && source.fact === id),
  )
}

function namesPlace(text: string, { contacts, allowed_domains }: Settings): boolean {
  if (WHO_KNOWS.test(text) || allowed_domains.some((domain) => text.includes(domain))) return true
  const digits = text.replace(/\D/g, '')
  return contacts.some(({ reach }) => {
    const number = reach.replace(/\D/g, '')
    return number.length >= 3 && digits.includes(number)
  })
}
