import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { editTopic, newTopicText } from '../../src/knowledge/edit-topic'
import { readTopicForm, type TopicForm } from '../../src/knowledge/topic-form'

const texts = readdirSync('knowledge/topics').map((name) =>
  readFileSync(`knowledge/topics/${name}`, 'utf8'),
)
const [chip = ''] = texts.filter((text) => text.includes('id: chip-no-tracking'))

describe('an entry edited by its form', () => {
  test('whose form says the same stays byte for byte', () => {
    for (const text of texts) expect(editTopic(text, readTopicForm(text))).toBe(text)
  })

  test('says what the form says, in a new file too', () => {
    for (const text of texts) {
      const form = readTopicForm(text)
      expect(readTopicForm(newTopicText('x', form))).toEqual(form)
    }
  })

  test('says what the form says, whatever is typed, and keeps comments', () => {
    const commented = chip.replace('buttons:\n', '# nút quan trọng nhất trước\nbuttons:\n')
    const line = fc.string({ unit: 'grapheme', maxLength: 40 })
    const change = fc.record({
      label: line,
      question: line,
      examples: fc.array(line, { maxLength: 5 }),
      answer: fc.record({
        short: line,
        detail: fc.string({ maxLength: 80 }),
        channels: fc.constant({}),
      }),
      valid_until: fc.option(fc.constantFrom('2027-01-01', '2028-02-29')),
      off: fc.boolean(),
    })
    fc.assert(
      fc.property(change, (typed) => {
        // As a form that comes in is cleaned.
        const form = readTopicForm(JSON.stringify({ ...parse(commented), ...typed }))
        const edited = editTopic(commented, form)
        expect(readTopicForm(edited)).toEqual(form)
        expect(edited).toContain('# nút quan trọng nhất trước\n')
      }),
      { numRuns: 200 },
    )
  })

  test('has words of a channel beside the others and loses them again', () => {
    const form = readTopicForm(chip)
    const own: TopicForm = {
      ...form,
      answer: { ...form.answer, channels: { zalo: { short: 'Lời của Zalo.' } } },
    }
    const edited = editTopic(chip, own)
    expect(parse(edited).answer.channels).toEqual({ zalo: { short: 'Lời của Zalo.' } })
    expect(editTopic(edited, form)).toBe(chip)
  })
})

test('a file that is no entry has an empty form', () => {
  for (const text of ['', '[', '- a', 'label: [1]', 'examples: 3']) {
    expect(readTopicForm(text)).toMatchObject({ label: '', examples: [], off: false })
  }
})
