import Database from 'libsql'
import { until } from '../../e2e/until'
import { type Citizen, createCitizen } from '../citizen'
import { NAMES, type OpenConsole, openConsole } from '../open-console'

jest.setTimeout(120_000)

let program: OpenConsole
let people = 0
let citizen: Citizen

beforeAll(async () => {
  program = await openConsole()
})
afterAll(() => program.stop())

/** Someone asks for a person; the request as the console lists it. */
async function askForHelp() {
  citizen = createCitizen(program, `31000${people++}`)
  await citizen.ask('tôi muốn gặp cán bộ')
  const list = await program.as.editor.ask('GET', '/waiting')
  return list.people.at(-1) as { id: number; state: string }
}

const read = (id: number) => program.as.editor.ask('GET', `/waiting/${id}`)
const reply = async (id: number, text: string, seen?: number) =>
  program.as.editor.call('POST', `/waiting/${id}/replies`, {
    text,
    seen: seen ?? (await read(id)).lastReply,
  })

/** Moves what the person said so many hours back. */
function passHours(hours: number): void {
  const database = new Database(program.databasePath, { timeout: 5_000 })
  database.exec(`update inbox set received_at = received_at - ${hours * 3_600_000}`)
  database.close()
}

test('someone who asks for a person is listed, told on the home screen, and reads as they wrote, masked', async () => {
  const { id, state } = await askForHelp()
  await citizen.ask('số căn cước của tôi là 001099012345 <b>nhé</b>')
  expect(state).toBe('waiting')
  const { awaiting } = await program.as.editor.ask('GET', '/home')
  expect(awaiting).toContainEqual({
    text: 'người đang chờ gặp cán bộ',
    count: expect.any(Number),
    to: '/waiting',
    isUrgent: true,
  })
  const { items, person } = await read(id)
  const texts = items as { from: string; text: string }[]
  expect(texts[0]).toMatchObject({ from: 'person', text: 'tôi muốn gặp cán bộ' })
  expect(texts[1]).toMatchObject({ from: 'bot', text: expect.stringMatching(/người thật/) })
  expect(texts[2]?.text).toMatch(/\[.* đã ẩn\] <b>nhé<\/b>/)
  expect(JSON.stringify({ items, person })).not.toMatch(/001099012345|31000\d/)
})

test('a reply reaches them as an official’s, and the bot is silent until it is handed back', async () => {
  const { id } = await askForHelp()
  await program.as.editor.ask('POST', `/waiting/${id}/take`, { from: null })
  expect((await reply(id, 'Mời bác ra phường sáng thứ Hai ạ.')).status).toBe(201)
  await until('the reply', () =>
    citizen.heard().includes('Cán bộ trả lời: Mời bác ra phường sáng thứ Hai ạ.'),
  )
  await citizen.ask('chip có theo dõi mình không', { silent: true })
  await until('the question', async () => {
    const { items } = await read(id)
    return items.at(-1).text === 'chip có theo dõi mình không'
  })
  expect(citizen.heard()).not.toContain('1579-CV')
  expect(await read(id)).toMatchObject({
    person: { state: 'taken', takenBy: { name: NAMES.editor } },
    items: expect.arrayContaining([expect.objectContaining({ from: 'staff', status: 'sent' })]),
  })

  await program.as.editor.ask('POST', `/waiting/${id}/hand-back`)
  await until('the last word', () => citizen.heard().includes('Từ giờ Loa lại trả lời bác'))
  expect((await program.as.editor.call('GET', `/waiting/${id}`)).status).toBe(404)
  await citizen.ask('chip có theo dõi mình không')
  await until('the answer', () => citizen.heard().includes('1579-CV'))
})

test('two officials do not answer one person, unless the second takes over knowingly', async () => {
  const { id } = await askForHelp()
  const { account } = await program.as.editor.ask('GET', '/session')
  await program.as.editor.ask('POST', `/waiting/${id}/take`, { from: null })
  const late = await program.as.approver.call('POST', `/waiting/${id}/take`, { from: null })
  expect(late.status).toBe(409)
  const other = await program.as.approver.call('POST', `/waiting/${id}/replies`, {
    text: 'Chào bác',
    seen: (await read(id)).lastReply,
  })
  expect(await other.json()).toMatchObject({
    code: 'taken',
    message: expect.stringMatching(/Đỗ Biên Tập đang trả lời/),
  })
  await program.as.approver.ask('POST', `/waiting/${id}/take`, { from: account.id })
  expect((await reply(id, 'Chào bác')).status).toBe(409)
})

test('the same reply sent twice arrives once', async () => {
  const { id } = await askForHelp()
  const { lastReply } = await read(id)
  const both = await Promise.all([
    reply(id, 'Chào bác ạ', lastReply),
    reply(id, 'Chào bác ạ', lastReply),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('a long reply is cut by the platform’s limit', async () => {
  const { id } = await askForHelp()
  const sentence = 'Bác mang thẻ căn cước ra bộ phận một cửa của phường. '
  expect((await reply(id, sentence.repeat(37))).status).toBe(201)
  await until('the whole', () => citizen.heard().split('một cửa').length > 37)
  expect(program.messenger.refused).toEqual([])
})

test.each([
  ['nothing', '   ', /Hãy gõ/],
  ['more than a message', 'a'.repeat(2_001), /2000 ký tự/],
  ['a question for a code', 'Bác đọc mã OTP cho cháu nhé', /OTP/],
  ['an address that is not allowed', 'Bác vào https://vneid-gov.vn.top nhé', /vneid-gov\.vn\.top/],
])('%s is refused in words', async (_, text, why) => {
  const { id } = await askForHelp()
  const refused = await reply(id, text)
  expect(refused.status).toBe(400)
  const { message } = (await refused.json()) as { message: string }
  expect(message).toMatch(why)
})

test('outside the platform’s window no reply is taken, and it is said why', async () => {
  const { id } = await askForHelp()
  const { lastReply } = await read(id)
  passHours(25)
  const refused = await reply(id, 'Chào bác', lastReply)
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({
    code: 'closed',
    message: expect.stringMatching(/quá 24 giờ/),
  })
  expect((await read(id)).person.closed).toMatch(/quá 24 giờ/)
})

test('a viewer reads, and does nothing', async () => {
  const { id } = await askForHelp()
  expect((await program.as.viewer.call('GET', `/waiting/${id}`)).status).toBe(200)
  for (const path of ['take', 'replies', 'hand-back']) {
    const refused = await program.as.viewer.call('POST', `/waiting/${id}/${path}`, {})
    expect(refused.status).toBe(403)
  }
})
