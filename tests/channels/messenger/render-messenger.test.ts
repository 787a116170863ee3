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

test('more buttons are quick replies', () => {
  const [only, ...others] = render('Chọn ạ', ...'ABCD'.split('').map((title) => postBack(title)))
  expect(others).toEqual([])
  expect(only?.message).toEqual({
    text: 'Chọn ạ',
    quick_replies: [
      { content_type: 'text', title: 'A', payload: 'topic:A' },
      { content_type: 'text', title: 'B', payload: 'topic:B' },
      { content_type: 'text', title: 'C', payload: 'topic:C' },
      { content_type: 'text', title: 'D', payload: 'topic:D' },
    ],
  })
})

test('where one of them opens an address they are cards, which quick replies cannot be', () => {
  const long = 'Kích hoạt tài khoản định danh điện tử'
  const [text, cards, ...others] = render(
    'Chọn ạ',
    postBack(long),
    postBack('B'),
    postBack('C'),
    openUrl('Web', 'https://c.vn'),
  )
  expect(others).toEqual([])
  expect(text?.message).toEqual({ text: 'Chọn ạ' })
  expect(cards?.message).toEqual({
    attachment: {
      type: 'template',
      payload: {
        template_type: 'generic',
        elements: [
          {
            title: `${long} · B · C`,
            buttons: [
              { type: 'postback', title: 'Kích hoạt tài khoản…', payload: `topic:${long}` },
              { type: 'postback', title: 'B', payload: 'topic:B' },
              { type: 'postback', title: 'C', payload: 'topic:C' },
            ],
          },
          { title: 'Web', buttons: [{ type: 'web_url', title: 'Web', url: 'https://c.vn' }] },
        ],
      },
    },
  })
})

test('more than quick replies may be are cards as well', () => {
  const titles = Array.from({ length: 14 }, (_, index) => `Nút ${index}`)
  const messages = render('Chọn ạ', ...titles.map((title) => postBack(title)))
  expect(messages).toHaveLength(2)
  const said = JSON.stringify(messages)
  expect(titles.filter((title) => !said.includes(`"topic:${title}"`))).toEqual([])
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

describe('an answer that may be rated', () => {
  const rating = [postBack('Hữu ích', 'rating:a/yes'), postBack('Chưa đúng', 'rating:a/no')]
  const quickReplies = rating.map(({ title, value }) => ({
    content_type: 'text',
    title,
    payload: value,
  }))
  const rated = (...actions: object[]) =>
    renderMessenger(
      {
        type: 'message',
        text: 'Dạ',
        suggestedActions: { actions: actions as never, to: [] },
        channelData: { rating },
      },
      '2000002',
    ).map(({ message }) => message)
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => postBack(`Nút ${index}`))

  test.each([0, 2])('has quick replies for it under its %d buttons', (count) => {
    expect(rated(...many(count)).at(-1)).toMatchObject({ quick_replies: quickReplies })
  })

  test('has them behind other quick replies, and none where there is no room for both', () => {
    expect(rated(...many(11)).at(-1)?.quick_replies).toHaveLength(13)
    expect(rated(...many(12)).at(-1)?.quick_replies).toHaveLength(12)
  })

  test('has them under cards', () => {
    const cards = rated(...many(3), openUrl('Web', 'https://c.vn')).at(-1)
    expect(cards).toMatchObject({
      attachment: { payload: { template_type: 'generic' } },
      quick_replies: quickReplies,
    })
  })
})
