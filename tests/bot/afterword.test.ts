import { readContent } from '../../src/cli/read-content'
import { beginConversation, type Conversation } from '../../src/rehearsal/conversation'

const content = readContent(Date.now())
const NOON = Date.parse('2026-11-24T05:00:00Z')
const QUESTION = 'chip có theo dõi mình không'

describe('what a person says of an answer', () => {
  let conversation: Conversation
  beforeEach(() => {
    conversation = beginConversation(content, 'web', () => NOON)
  })
  const ask = async (text: string) => (await conversation.say({ text })).outcome
  const press = (payload: string) => conversation.say({ payload })

  test('is told once, of the answer that was given last, with the form of the question', async () => {
    const topic = (await ask(QUESTION))?.topic ?? ''
    const rated = await press(`rating:${topic}/no`)
    expect(rated.outcome?.afterword).toEqual({
      kind: 'not_useful',
      topic,
      form: 'chip co theo doi minh khong',
    })
    expect(rated.messages[0]?.text).toMatch(/người phụ trách/)
    expect(rated.messages[0]?.buttons.map(({ title }) => title)).toContain('Gặp người thật')
    const again = await press(`rating:${topic}/yes`)
    expect(again.messages[0]?.text).toMatch(/Cảm ơn bác/)
    expect(again.outcome?.afterword).toBeNull()
  })

  test('counts for an answer that a button asked for, without a question', async () => {
    await press('topic:vneid-what')
    expect((await press('rating:vneid-what/yes')).outcome?.afterword).toEqual({
      kind: 'useful',
      topic: 'vneid-what',
      form: '',
    })
  })

  test('may be typed: "vẫn không được" says that it did not help', async () => {
    const topic = (await ask(QUESTION))?.topic ?? ''
    expect(await ask('vẫn không được')).toMatchObject({
      kind: 'handoff',
      afterword: { kind: 'not_useful', topic },
    })
  })

  test('is a choice where it was asked back, pressed or by its number, and no other button', async () => {
    const clarified = await conversation.say({ text: 'thẻ' })
    expect(clarified.outcome?.kind).toBe('clarify')
    const chosen = await ask('1')
    expect(chosen).toMatchObject({
      kind: 'answer',
      afterword: { kind: 'chosen', topic: chosen?.topic, form: 'the' },
    })
    const rated = await press(`rating:${chosen?.topic}/yes`)
    expect(rated.outcome?.afterword).toMatchObject({ kind: 'useful', form: 'the' })

    await ask('thẻ')
    expect((await press('topic:scam-warning')).outcome?.afterword).toBeNull()
  })

  test('asks for nothing in a rating that nobody wrote', async () => {
    const { outcome, messages } = await press('rating:<script>/no')
    expect(outcome?.afterword).toBeNull()
    expect(messages[0]?.text).toContain(content.knowledge.messages.old_button)
  })
})

describe('what a person does in a guide', () => {
  test('is told once a run, however often they go back and forth', async () => {
    const conversation = beginConversation(content, 'web', () => NOON)
    const moves = async (text: string) => {
      const { outcome } = await conversation.say({ text })
      return outcome?.moves.map(({ step, move }) => `${move} ${step}`)
    }
    expect(await moves('hướng dẫn kích hoạt tài khoản định danh')).toEqual(['reached approved'])
    expect(await moves('được duyệt rồi')).toEqual(['passed approved', 'reached open-app'])
    expect(await moves('quay lại')).toEqual([])
    expect(await moves('được duyệt rồi')).toEqual([])
    expect(await moves('chip có theo dõi mình không')).toEqual([])
    expect(await moves('thôi')).toEqual(['stopped open-app'])
  })
})
