import { describeOnEachDatabase } from '../../storage/databases'
import type { ConsoleClient } from '../console-client'
import { emailOf, PASSWORD, signIn } from '../console-client'
import { openPeople, type People } from './open-people'

const MINUTE_MS = 60_000

describeOnEachDatabase('guessing', (use) => {
  let people: People
  let editor: ConsoleClient
  beforeEach(async () => {
    people = await openPeople(use.database)
    editor = await people.join('editor')
  })
  afterEach(() => people.close())

  const guess = async (email: string, times: number, client = people.stranger()) => {
    const statuses: number[] = []
    for (let index = 0; index < times; index++)
      statuses.push((await signIn(client, email, `đoán lần thứ ${index}`)).status)
    return statuses
  }

  test('ten guesses at one account, and then one in two minutes, from wherever they come', async () => {
    expect(await guess(emailOf('editor'), 6)).toEqual(Array(6).fill(401))
    const elsewhere = people.stranger()
    expect(await guess(emailOf('editor'), 6, elsewhere)).toEqual([401, 401, 401, 401, 429, 429])
    const refused = await signIn(elsewhere, emailOf('editor'), PASSWORD)
    expect(await refused.json()).toEqual({
      message: 'Bạn đã thử quá nhiều lần. Hãy đợi 2 phút rồi thử lại.',
      code: 'wait',
    })
    people.wait(2 * MINUTE_MS)
    expect(await guess(emailOf('editor'), 2, elsewhere)).toEqual([401, 429])
  })

  test('guesses while one has to wait make the wait no longer', async () => {
    await guess(emailOf('editor'), 40)
    people.wait(2 * MINUTE_MS + 1)
    expect((await signIn(people.stranger(), emailOf('editor'), PASSWORD)).status).toBe(200)
  })

  test('who has signed in with this browser before is not locked out by others’ guesses', async () => {
    await editor.call('DELETE', '/session')
    expect(await guess(emailOf('editor'), 12)).toContain(429)
    expect((await signIn(editor, emailOf('editor'), PASSWORD)).status).toBe(200)
  })

  test('such a browser can guess no more than a stranger', async () => {
    await editor.call('DELETE', '/session')
    expect(await guess(emailOf('editor'), 11, editor)).toEqual([...Array(10).fill(401), 429])
  })

  test('a mistake or two are forgotten when the right password comes', async () => {
    const client = people.stranger()
    await guess(emailOf('editor'), 9, client)
    expect((await signIn(client, emailOf('editor'), PASSWORD)).status).toBe(200)
    await client.call('DELETE', '/session')
    expect(await guess(emailOf('editor'), 10, client)).toEqual(Array(10).fill(401))
  })

  test('an account that is not there is limited as one that is', async () => {
    expect(await guess('nobody@loa.example', 11)).toEqual([...Array(10).fill(401), 429])
  })

  test('one address cannot try account after account', async () => {
    const client = people.stranger()
    const statuses: number[] = []
    for (let index = 0; index < 62; index++)
      statuses.push(...(await guess(`nobody${index}@loa.example`, 1, client)))
    expect(statuses).toEqual([...Array(60).fill(401), 429, 429])
  })

  test('the password that changes are asked for can be guessed no better', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 11; index++) {
      const body = { password: `đoán ${index}`, next: 'một mật khẩu mới toanh' }
      statuses.push((await editor.call('PUT', '/account/password', body)).status)
    }
    expect(statuses).toEqual([...Array(10).fill(400), 429])
  })
})
