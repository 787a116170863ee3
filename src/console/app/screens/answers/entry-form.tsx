import {
  Accordion,
  Autocomplete,
  Fieldset,
  Group,
  MultiSelect,
  Select,
  Stack,
  Switch,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { TopicForm } from '../../../../knowledge/topic-form'
import { FIELD_NAMES } from '../../../answers/field-names'
import { ButtonsField } from './buttons-field'
import { ChannelWords } from './channel-words'
import { FieldProblems } from './field-problems'
import { LinesField } from './lines-field'
import { SourcesField } from './sources-field'
import type { Choices } from './use-answers'
import type { Editor } from './use-editor'
import type { EntryProblems } from './use-entry-problems'

const SHORT = 300
const DETAIL = 1000
const DAYS = ['valid_from', 'valid_until', 'reviewed_on', 'review_by'] as const

/** Every field of an entry. */
export function EntryForm({
  editor: { form, set },
  choices,
  problems,
  isReadOnly,
}: {
  editor: Editor<TopicForm>
  choices: Choices
  problems: EntryProblems
  isReadOnly: boolean
}) {
  const notes = (field: string) => <FieldProblems problems={problems.at(field)} />
  const words = (field: 'question' | 'label', description: string) => (
    <div>
      <TextInput
        label={FIELD_NAMES[field]}
        description={description}
        value={form[field]}
        onChange={({ currentTarget }) => set(field, currentTarget.value)}
      />
      {notes(field)}
    </div>
  )
  return (
    <Fieldset disabled={isReadOnly} variant="unstyled">
      <Stack>
        {words('question', 'Câu hỏi đầy đủ, như một người lạ sẽ hỏi')}
        {words('label', `Chữ trên nút dẫn tới mục này: ${form.label.length}/20 chữ`)}
        <div>
          <LinesField
            label={FIELD_NAMES.examples ?? ''}
            description={`Mỗi dòng một câu, từ 25 câu; hiện có ${form.examples.length} câu. Loa học từ đây.`}
            lines={form.examples}
            onChange={(lines) => set('examples', lines)}
          />
          <FieldProblems problems={problems.at('examples')} lines={form.examples} />
        </div>
        <div>
          <Textarea
            label={FIELD_NAMES['answer.short']}
            description={`Đọc riêng đã đủ ý: ${form.answer.short.length}/${SHORT} chữ`}
            value={form.answer.short}
            onChange={({ currentTarget }) => set('answer.short', currentTarget.value)}
          />
          {notes('answer.short')}
        </div>
        <div>
          <Textarea
            label={FIELD_NAMES['answer.detail']}
            description={`Các bước đánh số, trường hợp riêng: ${form.answer.detail.length}/${DETAIL} chữ`}
            minRows={4}
            value={form.answer.detail}
            onChange={({ currentTarget }) => set('answer.detail', currentTarget.value)}
          />
          {notes('answer.detail')}
        </div>
        <div>
          <ButtonsField
            buttons={form.buttons}
            onChange={(buttons) => set('buttons', buttons)}
            choices={choices}
          />
          {notes('buttons')}
        </div>
        <div>
          <SourcesField
            sources={form.sources}
            onChange={(sources) => set('sources', sources)}
            choices={choices}
          />
          {notes('sources')}
        </div>
        <Group align="flex-start" grow preventGrowOverflow={false}>
          {DAYS.map((day) => (
            <div key={day}>
              <TextInput
                type="date"
                label={FIELD_NAMES[day]}
                value={form[day] ?? ''}
                onChange={({ currentTarget }) => set(day, currentTarget.value || null)}
                miw={190}
              />
              {notes(day)}
            </div>
          ))}
        </Group>
        <div>
          <Autocomplete
            size="md"
            label={FIELD_NAMES.owner}
            data={choices.owners}
            value={form.owner}
            onChange={(owner) => set('owner', owner)}
          />
          {notes('owner')}
        </div>
        <div>
          <Select
            label={FIELD_NAMES.group}
            data={choices.groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.group || null}
            onChange={(group) => set('group', group ?? '')}
          />
          {notes('group')}
        </div>
        <Accordion variant="contained" multiple>
          <Accordion.Item value="more">
            <Accordion.Control>Thêm: việc nói tới, lời dặn, hướng dẫn</Accordion.Control>
            <Accordion.Panel>
              <Stack>
                <Autocomplete
                  size="md"
                  label={FIELD_NAMES.subject}
                  description="Các mục cùng một việc ghi giống nhau"
                  data={choices.subjects}
                  value={form.subject}
                  onChange={(subject) => set('subject', subject)}
                />
                {notes('subject')}
                <Autocomplete
                  size="md"
                  label={FIELD_NAMES.aspect}
                  description="what, how, where, cost, duration…"
                  data={choices.aspects}
                  value={form.aspect}
                  onChange={(aspect) => set('aspect', aspect)}
                />
                {notes('aspect')}
                <TagsInput
                  size="md"
                  label={FIELD_NAMES.covers}
                  data={choices.aspects}
                  value={form.covers}
                  onChange={(covers) => set('covers', covers)}
                />
                {notes('covers')}
                <MultiSelect
                  size="md"
                  label={FIELD_NAMES.notes}
                  description="Nối vào cuối câu trả lời, tối đa 2"
                  data={choices.notes.map(({ id, text }) => ({ value: id, label: text }))}
                  value={form.notes}
                  onChange={(ids) => set('notes', ids)}
                  maxValues={2}
                  searchable
                />
                {notes('notes')}
                <Select
                  label={FIELD_NAMES.opens}
                  placeholder="Không mở hướng dẫn nào"
                  data={choices.flows.map(({ id, title }) => ({ value: id, label: title }))}
                  value={form.opens || null}
                  onChange={(opens) => set('opens', opens ?? '')}
                  clearable
                  clearButtonProps={{ 'aria-label': 'Không mở hướng dẫn nào' }}
                />
                {notes('opens')}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
          <Accordion.Item value="channels">
            <Accordion.Control>{FIELD_NAMES['answer.channels']}</Accordion.Control>
            <Accordion.Panel>
              <ChannelWords
                channels={form.answer.channels}
                onChange={(channels) => set('answer.channels', channels)}
                names={choices.channels}
              />
              {notes('answer.channels')}
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
        <Switch
          size="md"
          label="Tắt mục này"
          description="Loa không trả lời bằng mục này nữa; nút dẫn tới nó không hiện"
          checked={form.off}
          onChange={({ currentTarget }) => set('off', currentTarget.checked)}
        />
        {form.off && (
          <Text size="sm">Người dân hỏi việc này sẽ được trả lời là Loa chưa có thông tin.</Text>
        )}
      </Stack>
    </Fieldset>
  )
}
