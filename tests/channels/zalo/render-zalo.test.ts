import { renderZalo } from '../../../src/channels/zalo/render-zalo'

const person = '2000000000000000002'
const postBack = (title: string, value = `topic:${title}`) => ({ type: 'postBack', title, value })
const openUrl = (title: string, value: string) => ({ type: 'openUrl', title, value })
const render = (text: string, ...actions: object[]) =>
  renderZalo(
    { type: 'message', text, suggestedActions: { actions: actions as never, to: [] } },
    person,
  )

test('a text is one message to the person', () => {
  expect(render('Dạ, không ạ.')).toEqual([
    { request: { recipient: { user_id: person }, message: { text: 'Dạ, không ạ.' } } },
  ])
})

test('buttons come with numbered choices to fall back to', () => {
  expect(
    render('Chọn ạ', postBack('Xem tiếp', 'command:more'), openUrl('Web', 'https://c.vn')),
  ).toEqual([
    {
      request: {
        recipient: { user_id: person },
        message: {
          text: 'Chọn ạ',
          attachment: {
            type: 'template',
            payload: {
              buttons: [
                { title: 'Xem tiếp', type: 'oa.query.hide', payload: '#loa:command:more' },
                { title: 'Web', type: 'oa.open.url', payload: { url: 'https://c.vn' } },
              ],
            },
          },
        },
      },
      fallback: {
        recipient: { user_id: person },
        message: { text: 'Chọn ạ\n\n1. Xem tiếp\nWeb: https://c.vn' },
      },
    },
  ])
})

test('more buttons than Zalo takes are numbered in the text as well', () => {
  const [only] = render('Chọn ạ', ...'ABCDEFG'.split('').map((title) => postBack(title)))
  expect(only?.request.message).toMatchObject({ text: expect.stringContaining('7. G') })
  expect(only?.request.message).toHaveProperty('attachment.payload.buttons.length', 5)
})

test('the buttons go with the last part of a long text', () => {
  const messages = render('Một câu dài vừa đủ. '.repeat(250), postBack('A'))
  expect(messages.length).toBeGreaterThan(1)
  expect(messages.slice(0, -1).filter(({ request }) => 'attachment' in request.message)).toEqual([])
  expect(messages.at(-1)).toMatchObject({
    fallback: { message: { text: expect.stringMatching(/1\. A$/) } },
  })
})

test('what a tap would send is numbered in its own order, and an address is not', () => {
  const [only] = render('Xem', postBack('A'), openUrl('Web', 'https://c.vn'), postBack('B'))
  expect(only?.fallback?.message.text).toBe('Xem\n\n1. A\nWeb: https://c.vn\n2. B')
})

test('a button that Zalo cannot take has its number all the same: the bot counts it', () => {
  const [only] = render('Xem', postBack('A', 'x'.repeat(996)), postBack('B'))
  expect(only?.request.message).toHaveProperty('attachment.payload.buttons.length', 1)
  expect(only?.fallback?.message.text).toBe('Xem\n\n1. A\n2. B')
})

test('a choice whose address is longer than the room for choices is left out of the text', () => {
  const [only] = render('Xem', openUrl('Web', `https://c.vn/${'x'.repeat(1500)}`), postBack('A'))
  expect(only?.fallback?.message.text).toBe('Xem\n\n1. A')
})

test('a payload that is too long is left out: cut short, it would mean something else', () => {
  expect(render('Chọn ạ', postBack('A', 'x'.repeat(996)))).toEqual([
    { request: { recipient: { user_id: person }, message: { text: 'Chọn ạ' } } },
  ])
})

test('an answer is rated where there is room for both buttons, and never in the text', () => {
  const rating = [postBack('Hữu ích', 'rating:a/yes'), postBack('Chưa đúng', 'rating:a/no')]
  const titles = (count: number) => {
    const actions = Array.from({ length: count }, (_, index) => postBack(`Nút ${index}`))
    const [only] = renderZalo(
      {
        type: 'message',
        text: 'Dạ',
        suggestedActions: { actions: actions as never, to: [] },
        channelData: { rating },
      },
      person,
    )
    expect(JSON.stringify(only?.fallback ?? '').includes('Hữu ích')).toBe(false)
    const { attachment } = (only?.request.message ?? {}) as {
      attachment?: { payload: { buttons: { title: string }[] } }
    }
    return attachment?.payload.buttons.map(({ title }) => title)
  }
  expect(titles(3)).toEqual(['Nút 0', 'Nút 1', 'Nút 2', 'Hữu ích', 'Chưa đúng'])
  expect(titles(4)).toEqual(['Nút 0', 'Nút 1', 'Nút 2', 'Nút 3'])
  expect(titles(0)).toEqual(['Hữu ích', 'Chưa đúng'])
})
