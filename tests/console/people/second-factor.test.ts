import { TOTP } from 'otpauth'
import { describeOnEachDatabase } from '../../storage/databases'
import type { ConsoleClient } from '../console-client'
import { emailOf, PASSWORD, secretOf, signIn } from '../console-client'
import { openPeople, type People } from './open-people'

const STEP_MS = 30_000
const EMAIL = emailOf('editor')

describeOnEachDatabase('the second factor', (use) => {
  let people: People
  let editor: ConsoleClient
  let secret: string
  let recoveryCodes: string[]
  const code = () => new TOTP({ secret }).generate({ timestamp: people.now() })

  beforeEach(async () => {
    people = await openPeople(use.database)
    editor = await people.join('editor')
    const offer = await editor.ask('POST', '/account/totp/begin')
    expect(offer.picture).toMatch(/^data:image\/png;base64,/)
    secret = offer.secret
    const proof = { secret, code: code(), password: PASSWORD }
    recoveryCodes = (await editor.ask('PUT', '/account/totp', proof)).recoveryCodes
    people.wait(STEP_MS)
  })
  afterEach(() => people.close())

  test('the password alone does not do, and a code is taken once', async () => {
    const asked = await signIn(people.stranger(), EMAIL, PASSWORD)
    expect([asked.status, await asked.json()]).toEqual([
      401,
      { code: 'code', message: 'Hãy nhập mã 6 số trong ứng dụng xác thực.' },
    ])
    const used = code()
    expect((await signIn(people.stranger(), EMAIL, PASSWORD, used)).status).toBe(200)
    expect((await signIn(people.stranger(), EMAIL, PASSWORD, used)).status).toBe(401)
  })

  test('a code of half a minute ago is taken, one of two minutes ago is not', async () => {
    const early = code()
    people.wait(4 * STEP_MS)
    expect((await signIn(people.stranger(), EMAIL, PASSWORD, early)).status).toBe(401)
    const late = code()
    people.wait(STEP_MS)
    expect((await signIn(people.stranger(), EMAIL, PASSWORD, late)).status).toBe(200)
  })

  test('a wrong password with a right code tells nothing of the code', async () => {
    const response = await signIn(people.stranger(), EMAIL, 'sai mật khẩu rồi', code())
    expect(await response.json()).toMatchObject({ code: 'credentials' })
  })

  test('codes cannot be guessed one after the other', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 11; index++)
      statuses.push((await signIn(people.stranger(), EMAIL, PASSWORD, `00000${index}`)).status)
    expect(statuses.at(-1)).toBe(429)
  })

  test('a recovery code lets in once, however it is typed', async () => {
    expect(new Set(recoveryCodes).size).toBe(10)
    const typed = (recoveryCodes[0] ?? '').toUpperCase().replace('-', ' ')
    const both = await Promise.all([
      signIn(people.stranger(), EMAIL, PASSWORD, typed),
      signIn(people.stranger(), EMAIL, PASSWORD, typed),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    expect(await editor.ask('GET', '/account')).toEqual({ hasTotp: true, recoveryCodesLeft: 9 })
  })

  test('neither its secret nor a recovery code lies readable in the database', async () => {
    const rows = await use.database.kysely.selectFrom('accounts').selectAll().execute()
    for (const held of [secret, ...recoveryCodes]) expect(JSON.stringify(rows)).not.toContain(held)
  })

  test('a new password by a link does not get round it', async () => {
    const { id, hasTotp } = await people.find('editor')
    expect(hasTotp).toBe(true)
    const { link } = await people.admin.ask('POST', `/people/${id}/link`)
    const client = people.stranger()
    const body = { secret: secretOf(link), password: 'một mật khẩu mới toanh' }
    expect(await client.ask('POST', '/link', body)).toEqual({ account: null })
    expect((await client.call('GET', '/session')).status).toBe(401)
    expect((await signIn(client, EMAIL, body.password, code())).status).toBe(200)
  })

  test('it is turned off by who knows the password, or by an admin', async () => {
    expect((await editor.call('DELETE', '/account/totp', { password: 'đoán bừa' })).status).toBe(
      400,
    )
    await editor.ask('DELETE', '/account/totp', { password: PASSWORD })
    expect((await signIn(people.stranger(), EMAIL, PASSWORD)).status).toBe(200)

    const proof = { secret, code: code(), password: PASSWORD }
    await editor.ask('PUT', '/account/totp', proof)
    await people.admin.ask('DELETE', `/people/${(await people.find('editor')).id}/totp`)
    expect((await signIn(people.stranger(), EMAIL, PASSWORD)).status).toBe(200)
  })
})
