import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SECRETS } from '../../e2e/start-program'
import { until } from '../../e2e/until'
import { messengerText, messengerWebhook } from '../../stand-ins/messenger-webhooks'
import { deliver } from '../../stand-ins/webhook-call'
import { openSmallConsole, type SmallConsole } from './small-console'

jest.setTimeout(120_000)

describe('people in the middle of an edited guide', () => {
  let loa: SmallConsole
  let text: string

  beforeAll(async () => {
    loa = await openSmallConsole()
    text = readFileSync(join(loa.folder, 'flows', 'start.yaml'), 'utf8')
    for (const person of ['300001', '300002']) {
      const item = messengerText('tải câu hỏi số 3', { mid: `m_${person}`, person })
      await deliver(`${loa.url}/webhooks/messenger`, messengerWebhook([item], SECRETS.appSecret))
    }
    await until('both to be in the guide', () => {
      const told = JSON.stringify(loa.messenger.received)
      return ['300001', '300002'].every((person) => told.includes(person))
    })
  })
  afterAll(() => loa.close())

  const replay = (edited: string) =>
    loa.as.editor.call('POST', '/answers/flows/start/replay', { text: edited })
  const edit = (changes: string) =>
    text
      .replace('version: 1', `version: 2\nchanges:\n  - version: 2\n    ${changes}`)
      .replaceAll('Mở ứng dụng.', 'Mở ứng dụng VNeID.')

  test('are told of with what they will see', async () => {
    const safe = await (await replay(edit('as: safe'))).json()
    expect(safe).toMatchObject({
      flows: [
        { flow: 'start', step: 'open', count: 2, outcome: 'carried', sees: 'Mở ứng dụng VNeID.' },
      ],
      questions: [],
      examples: [],
    })
    const anew = await (await replay(edit('as: restart\n    why: đổi cách làm'))).json()
    expect(anew).toMatchObject({ flows: [{ count: 2, outcome: 'restart' }] })
    const silent = text.replaceAll('Mở ứng dụng.', 'Mở ứng dụng VNeID.')
    const stay = await (await replay(silent)).json()
    expect(stay).toMatchObject({ flows: [{ outcome: 'stay', sees: 'Mở ứng dụng.' }] })
    expect(await (await replay(text)).json()).toMatchObject({ flows: [] })
  })

  test('and a guide that cannot be read is refused with its mistakes', async () => {
    const refused = await replay(text.replace('steps:', 'stepz:'))
    expect(refused.status).toBe(422)
    const { problems } = (await refused.json()) as { problems: { message: string }[] }
    expect(problems[0]?.message).toMatch(/stepz/)
  })
})
