import { Fieldset, Stack, Textarea, TextInput } from '@mantine/core'
import type { FlowForm } from '../../../../flows/flow-form'
import { FieldProblems } from '../answers/field-problems'
import { LinesField } from '../answers/lines-field'
import type { Editor } from '../answers/use-editor'
import type { EntryProblems } from '../answers/use-entry-problems'

const TEXT = 900
const SHORT = 200
const TITLE = 20

/** Everything that a step says. */
export function StepFields({
  step,
  editor: { form, set },
  problems,
  isReadOnly,
}: {
  step: string
  editor: Editor<FlowForm>
  problems: EntryProblems
  isReadOnly: boolean
}) {
  const at = `steps.${step}`
  const wordsOf = (field: string) => String(form[field] ?? '')
  const own = [...problems.all].filter(({ path }) => path.join('.') === at)
  const choices = Object.keys(form).flatMap((field) => {
    const [, , part, choice, name] = field.split('.')
    return field.startsWith(`${at}.`) && part === 'choices' && name === 'title' ? [choice] : []
  })
  const long = (field: string, label: string, description: string) => (
    <div>
      <Textarea
        label={label}
        description={description}
        value={wordsOf(field)}
        onChange={({ currentTarget }) => set(field, currentTarget.value)}
      />
      <FieldProblems problems={problems.at(field)} />
    </div>
  )
  const optional = (field: string, label: string, description: string) =>
    field in form && long(field, label, description)
  return (
    <Fieldset disabled={isReadOnly} variant="unstyled">
      <Stack>
        <FieldProblems problems={own} />
        {long(
          `${at}.text`,
          'Lời của bước',
          `Một việc hoặc một câu hỏi: ${wordsOf(`${at}.text`).length}/${TEXT} chữ`,
        )}
        {long(
          `${at}.short`,
          'Bước này trong một câu, khi nhắc lại',
          `${wordsOf(`${at}.short`).length}/${SHORT} chữ`,
        )}
        {optional(
          `${at}.ask.invalid`,
          'Lời khi không đọc được điều vừa gõ',
          'Nói rõ phải gõ thế nào',
        )}
        {optional(
          `${at}.sum`,
          'Tên trong tóm tắt',
          'Điều trả lời ở bước này gọi là gì trong tóm tắt ở cuối',
        )}
        {choices.map((choice) => {
          const title = `${at}.choices.${choice}.title`
          const says = `${at}.choices.${choice}.says`
          const lines = form[says]
          return (
            <Fieldset key={choice} legend={`Nút “${wordsOf(title)}”`}>
              <Stack gap="xs">
                <div>
                  <TextInput
                    label="Chữ trên nút"
                    description={`${wordsOf(title).length}/${TITLE} chữ; Messenger cắt chữ dài hơn`}
                    value={wordsOf(title)}
                    onChange={({ currentTarget }) => set(title, currentTarget.value)}
                  />
                  <FieldProblems problems={problems.at(title)} />
                </div>
                <div>
                  <LinesField
                    label="Các cách gõ khác cũng chọn nút này"
                    description="Mỗi dòng một cách"
                    lines={Array.isArray(lines) ? lines : []}
                    onChange={(written) => set(says, written)}
                  />
                  <FieldProblems
                    problems={problems.at(says)}
                    lines={Array.isArray(lines) ? lines : []}
                  />
                </div>
              </Stack>
            </Fieldset>
          )
        })}
      </Stack>
    </Fieldset>
  )
}
