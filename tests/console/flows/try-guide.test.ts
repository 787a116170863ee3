import { createCitizen } from '../citizen'
import { type GuideConsole, openGuideConsole, saveWords } from './guide-console'

jest.setTimeout(120_000)

describe('a guide that is tried', () => {
  let loa: GuideConsole

  beforeAll(async () => {
    loa = await openGuideConsole()
  })
  afterAll(() => loa.close())

  const play = (body: object, as: keyof GuideConsole['as'] = 'viewer') =>
    loa.as[as].ask('POST', '/flows/lost-card/play', body)
  // biome-ignore lint/suspicious/noExplicitAny: what the server answers
  const textsOf = ({ turns }: any): string[] =>
    turns.map(({ messages }: { messages: { text: string }[] }) =>
      messages.map(({ text }) => text).join('\n'),
    )

  test.each(['zalo', 'messenger', 'web'])('is walked as on %s', async (channel) => {
    const inputs = [
      { pressed: 'Bị hỏng' },
      { typed: 'con mèo' },
      { typed: '30 tuổi' },
      { pressed: 'Xong rồi' },
    ]
    const played = await play({ channel, inputs })
    expect(played.isCut).toBe(false)
    expect(played.turns.map(({ step }: { step: string }) => step)).toEqual([
      'who',
      'age',
      'age',
      'report',
      'done',
    ])
    expect(played.turns.map(({ said }: { said: string | null }) => said)).toEqual([
      null,
      'Bị hỏng',
      'con mèo',
      '30 tuổi',
      'Xong rồi',
    ])
    expect(played.turns[0].messages.at(-1).buttons).toContainEqual(
      expect.objectContaining({ title: 'Bị mất' }),
    )
    expect(textsOf(played).at(-1)).toContain('- Thẻ: Bị hỏng')
  })

  test('by numbers where a channel has no buttons', async () => {
    const { turns } = await play({ channel: 'zalo-bot', inputs: [{ typed: '1' }] })
    expect(turns[0].losses).toContainEqual({ kind: 'in_text', title: 'Bị mất' })
    expect(turns[1].step).toBe('report')
  })

  test.each([
    ['who', 'Thẻ của bác bị mất hay bị hỏng?'],
    ['age', 'Bác bao nhiêu tuổi?'],
    ['report', 'Bác đến Công an phường báo.'],
    ['done', 'Xong rồi.'],
  ])('from the step %s', async (from, text) => {
    const played = await play({ channel: 'web', from })
    expect(played.turns).toHaveLength(1)
    expect(played.turns[0].step).toBe(from)
    expect(textsOf(played)[0]).toContain(text)
  })

  test('in the words of the form, of the draft, or of what is served; and a button that is gone ends it', async () => {
    const { published } = await loa.as.viewer.ask('GET', '/flows/lost-card')
    const form = { ...published.form, 'steps.who.choices.lost.title': 'Thẻ mất rồi' }
    const typed = await play({ channel: 'web', form, inputs: [{ pressed: 'Thẻ mất rồi' }] })
    expect(typed).toMatchObject({ isCut: false, turns: [{}, { step: 'report' }] })
    await saveWords(loa.as.editor, { 'steps.report.text': 'Bác báo ở đâu cũng được.' })
    expect(textsOf(await play({ channel: 'web', from: 'report' }))[0]).toContain('đâu cũng được')
    const gone = await play({ channel: 'web', inputs: [{ pressed: 'Thẻ mất rồi' }] })
    expect(gone).toMatchObject({ isCut: true, turns: [{ step: 'who' }] })
    const answers = await Promise.all(
      [
        { channel: 'carrier-pigeon' },
        { channel: 'web', inputs: Array(61).fill({ typed: 'a' }) },
        { channel: 'web', form: { 'steps.who.__proto__': 'x' } },
      ].map((body) => loa.as.viewer.call('POST', '/flows/lost-card/play', body)),
    )
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
  })

  test('leaves nothing behind, where citizens are counted', async () => {
    const { rows } = await loa.as.viewer.ask('GET', '/flows')
    expect(rows.find(({ id }: { id: string }) => id === 'lost-card')).toMatchObject({
      title: 'Mất thẻ căn cước',
      version: 1,
      steps: 4,
      begun: 0,
      finished: 0,
    })
    const citizen = createCitizen(loa, '300002')
    await citizen.press('flow:lost-card')
    const after = await loa.as.viewer.ask('GET', '/flows')
    // One person is nobody's business.
    expect(after.rows.find(({ id }: { id: string }) => id === 'lost-card')).toMatchObject({
      begun: { under: 5 },
      finished: 0,
    })
  })
})
