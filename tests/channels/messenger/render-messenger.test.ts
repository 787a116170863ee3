import { renderMessenger } from '../../../src/channels/messenger/render-messenger'

const postBack = (title: string, value = `topic:${title}`) => ({ type: 'postBack', title, value })
const openUrl = (title: string, value: string) => ({ type: 'openUrl', title, value })
const render = (text: string, ...actions: object[]) =>
  renderMessenger(
    { type: 'message', text, suggestedActions: { actions: actions as never, to: [] } },
    '2000002',
  )

test('a text is one message to the person', () => {
  expect(render('Dạ, không ạ.')).toEqual([
    { recipient: { id: '2000002' }, messaging_type: 'RESPONSE', message: { text: 'Dạ, không ạ.' } },
  ])
})

test('up to three buttons stay under the text', () => {
  const [only] = render('Chọn ạ', postBack('A'), postBack('B'), openUrl('C', 'https://c.vn'))
  expect(only?.message).toEqual({
    attachment: {
      type: 'template',
      payload: {
        template_type: 'button',
        text: 'Chọn ạ',
        buttons: [
          { type: 'postback', title: 'A', payload: 'topic:A' },
          { type: 'postback', title: 'B', payload: 'topic:B' },
          { type: 'web_url', title: 'C', url: 'https://c.vn' },
        ],
      },
    },
  })
})

test('more buttons are quick replies, and addresses go into the text', () => {
  const [only] = render(
    'Chọn ạ',
    ...'ABC'.split('').map((title) => postBack(title)),
    openUrl('Web', 'https://c.vn'),
  )
  expect(only?.message).toEqual({
    text: 'Chọn ạ\n\nWeb: https://c.vn',
    quick_replies: [
      { content_type: 'text', title: 'A', payload: 'topic:A' },
      { content_type: 'text', title: 'B', payload: 'topic:B' },
      { content_type: 'text', title: 'C', payload: 'topic:C' },
    ],
  })
})

test('an address that is not https goes into the text', () => {
  const [only] = render('Xem ạ', openUrl('Web', 'http://c.vn'))
  expect(only?.message).toEqual({ text: 'Xem ạ\n\nWeb: http://c.vn' })
})

test('the buttons go with the last part of a long text', () => {
  const messages = render('Một câu dài vừa đủ. '.repeat(150), postBack('A')).map(
    ({ message }) => message,
  )
  expect(messages.slice(0, -1).every(({ text }) => typeof text === 'string')).toBe(true)
  expect(messages.at(-1)).toHaveProperty('attachment')
})

test('a long title is shortened, a long payload is left out', () => {
  const [only] = render(
    'Chọn ạ',
    postBack('Kích hoạt tài khoản định danh', 'flow:a'),
    postBack('B', 'x'.repeat(1001)),
  )
  expect(only?.message).toMatchObject({
    attachment: { payload: { buttons: [{ title: expect.stringMatching(/^Kích hoạt.*…$/) }] } },
  })
})

test('buttons without a text have their titles above them', () => {
  const [only] = render('', postBack('A'), postBack('B'))
  expect(only?.message).toMatchObject({ attachment: { payload: { text: 'A\nB' } } })
})
