import { MultiSelect } from '@mantine/core'
import type { TopicForm } from '../../../../knowledge/topic-form'
import { FIELD_NAMES } from '../../../answers/field-names'
import { CONFIDENCE_NAMES } from './answer-words'
import type { Choices } from './use-answers'

type Source = TopicForm['sources'][number]

/** The claims and facts that an answer rests on, found by their words. */
export function SourcesField({
  sources,
  onChange,
  choices,
}: {
  sources: readonly Source[]
  onChange(sources: Source[]): void
  choices: Choices
}) {
  const claims = new Set(choices.sources.flatMap(({ kind, id }) => (kind === 'claim' ? [id] : [])))
  const data = choices.sources.map((source) => ({
    value: source.id,
    label:
      source.kind === 'claim'
        ? `${source.id} (đề cương): ${source.says}`
        : `${source.id} (${CONFIDENCE_NAMES[source.confidence].toLowerCase()}): ${source.says}`,
  }))
  return (
    <MultiSelect
      size="md"
      label={FIELD_NAMES.sources}
      description="Ý của đề cương hoặc điều đã đối chiếu; gõ chữ để tìm"
      data={data}
      value={sources.map((source) => ('claim' in source ? source.claim : source.fact))}
      onChange={(ids) => onChange(ids.map((id) => (claims.has(id) ? { claim: id } : { fact: id })))}
      searchable
      limit={50}
      nothingFoundMessage="Không có ý hay điều nào như vậy"
    />
  )
}
