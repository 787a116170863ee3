import fc from 'fast-check'
import { renderZaloBot } from '../../../src/channels/zalo-bot/render-zalo-bot'

const person = '6ede9afa66b88fe6aa01'
const postBack = (title: string, value = `topic:${title}`) => ({ type: 'postBack', title, value })
const openUrl = (title: string, value: string) => ({ type: 'openUrl', title, value })
const render = (text: string, ...actions: object[]) =>
  renderZaloBot(
    { type: 'message', text, suggestedActions: { actions: actions as never, to: [] } },
    person,
  )

test('a text is one message to the person', () => {
  expect(render('Dạ, không ạ.')).toEqual([{ chat_id: person, text: 'Dạ, không ạ.' }])
})

test.each<[string, object[], string]>([
  ['that send something', [postBack('Có'), postBack('Không')], '1. Có\n2. Không'],
  ['that open an address', [openUrl('Web', 'https://c.vn')], 'Web: https://c.vn'],
  [
    'of both kinds, where an address takes no number',
    [postBack('Có'), openUrl('Web', 'https://c.vn'), postBack('Không')],
    '1. Có\nWeb: https://c.vn\n2. Không',
  ],
  [
    'with a title that is too long',
    [postBack('x'.repeat(120)), postBack('B')],
    `1. ${'x'.repeat(99)}…\n2. B`,
  ],
  [
    'with a payload of any length: it is not sent',
    [postBack('A', 'x'.repeat(3000)), postBack('B')],
    '1. A\n2. B',
  ],
  [
    'with an address for which there is no room',
    [postBack('A'), openUrl('Web', `https://c.vn/${'x'.repeat(1600)}`), postBack('B')],
    '1. A\n2. B',
  ],
])('buttons become choices: %s', (_, actions, choices) => {
  expect(render('Chọn ạ', ...actions)).toEqual([{ chat_id: person, text: `Chọn ạ\n\n${choices}` }])
})

test('a long text is cut between sentences, with the choices under the last part', () => {
  const messages = render('Một câu dài vừa đủ. '.repeat(250), postBack('A'))
  expect(messages.length).toBeGreaterThan(2)
  for (const { text } of messages.slice(0, -1)) expect(text).toMatch(/đủ\.$/)
  expect(messages.at(-1)?.text).toMatch(/đủ\.\n\n1\. A$/)
})

test('a text that is full leaves its last sentences to the choices', () => {
  const messages = render(`${'Câu ngắn. '.repeat(199)}Câu cuối.`, postBack('A'))
  expect(messages).toHaveLength(2)
  expect(messages[1]?.text).toMatch(/Câu cuối\.\n\n1\. A$/)
})

test('as many choices as the bot ever gives are all there, in its order, within the limit', () => {
  const action = fc.record({
    type: fc.constantFrom('postBack', 'openUrl'),
    title: fc.stringMatching(/^[a-zA-Z]{1,110}$/),
    value: fc.constant('https://vneid.gov.vn'),
  })
  const text = fc.stringMatching(/^[a-z]([a-z. ]{0,2500}[a-z])?$/)
  fc.assert(
    fc.property(text, fc.array(action, { maxLength: 11 }), (said, actions) => {
      const messages = render(said, ...actions)
      expect(messages.filter(({ text }) => text.length > 2000 || text.length === 0)).toEqual([])
      const last = messages.at(-1)?.text ?? ''
      const numbers = last.split('\n').flatMap((line) => /^(\d+)\. (.{1,20})/.exec(line) ?? [])
      const kept = actions.filter(({ type }) => type === 'postBack')
      expect(numbers.filter((_, index) => index % 3 === 1)).toEqual(
        kept.map((_, index) => String(index + 1)),
      )
      expect(numbers.filter((_, index) => index % 3 === 2)).toEqual(
        kept.map(({ title }) => title.slice(0, 20)),
      )
    }),
  )
})
