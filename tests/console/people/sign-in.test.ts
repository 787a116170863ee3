import { describeOnEachDatabase } from '../../storage/databases'
import type { ConsoleClient } from '../console-client'
import { emailOf, PASSWORD, signIn } from '../console-client'
import { openPeople, type People } from './open-people'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

describeOnEachDatabase('signing in', (use) => {
  let people: People
  let editor: ConsoleClient
  beforeEach(async () => {
    people = await openPeople(use.database)
    editor = await people.join('editor')
  })
  afterEach(() => people.close())

  const isSignedIn = async (client: ConsoleClient) =>
    (await client.call('GET', '/session')).status === 200
  const thiefOf = (client: ConsoleClient) => {
    const thief = people.stranger()
    thief.setCookie('loa_session', /loa_session=([\w-]+)/.exec(client.cookie)?.[1] ?? '')
    return thief
  }

  test('a right password opens a session that scripts and other sites cannot use', async () => {
    const client = people.stranger()
    const response = await signIn(client, ` ${emailOf('editor').toUpperCase()} `, PASSWORD)
    expect(await response.json()).toEqual({
      account: {
        id: expect.any(Number),
        name: 'Người editor',
        email: emailOf('editor'),
        role: 'editor',
      },
    })
    for (const cookie of response.headers.getSetCookie())
      expect(cookie).toMatch(/^loa_(session|device)=[\w-]{43};.* HttpOnly; SameSite=Strict$/)
    expect(await isSignedIn(client)).toBe(true)
  })

  test('what is stored of a session is not what the cookie holds', async () => {
    const held = /loa_session=([\w-]+)/.exec(editor.cookie)?.[1]
    const rows = await use.database.kysely.selectFrom('sessions').select('hash').execute()
    expect(rows.map(({ hash }) => hash)).not.toContain(held)
  })

  test('an unknown address, a wrong password and a locked account are answered the same', async () => {
    await people.join('viewer')
    await people.admin.ask('PUT', `/people/${(await people.find('viewer')).id}/lock`)
    const tries = [
      ['nobody@loa.example', PASSWORD],
      [emailOf('editor'), 'sai mật khẩu rồi nhé'],
      [emailOf('viewer'), PASSWORD],
    ] as const
    const answers = await Promise.all(
      tries.map(async ([email, password]) => {
        const response = await signIn(people.stranger(), email, password)
        return `${response.status} ${await response.text()}`
      }),
    )
    expect(new Set(answers)).toEqual(
      new Set([
        '401 {"message":"Email hoặc mật khẩu chưa đúng. Hãy kiểm tra lại.","code":"credentials"}',
      ]),
    )
  })

  test('a session that was planted is not the one that is signed in', async () => {
    const planted = 'A'.repeat(43)
    const victim = people.stranger()
    victim.setCookie('loa_session', planted)
    expect((await signIn(victim, emailOf('editor'), PASSWORD)).status).toBe(200)
    expect(victim.cookie).not.toContain(planted)
    const thief = people.stranger()
    thief.setCookie('loa_session', planted)
    expect(await isSignedIn(thief)).toBe(false)
  })

  test('signing in again ends the session that the browser had', async () => {
    const thief = thiefOf(editor)
    expect(await isSignedIn(thief)).toBe(true)
    await signIn(editor, emailOf('editor'), PASSWORD)
    expect(await isSignedIn(thief)).toBe(false)
  })

  test('signing out ends the session at the server, not only in the browser', async () => {
    const thief = thiefOf(editor)
    expect((await editor.call('DELETE', '/session')).status).toBe(204)
    expect(await isSignedIn(thief)).toBe(false)
  })

  test('a session ends after four hours without use, and after a day in any case', async () => {
    people.wait(3 * HOUR_MS)
    expect(await isSignedIn(editor)).toBe(true)
    people.wait(3 * HOUR_MS)
    expect(await isSignedIn(editor)).toBe(true)
    people.wait(4 * HOUR_MS + MINUTE_MS)
    expect(await isSignedIn(editor)).toBe(false)

    await signIn(editor, emailOf('editor'), PASSWORD)
    for (let hour = 0; hour < 24; hour += 3) {
      expect(await isSignedIn(editor)).toBe(true)
      people.wait(3 * HOUR_MS)
    }
    people.wait(MINUTE_MS)
    expect(await isSignedIn(editor)).toBe(false)
  })

  test('signing out elsewhere leaves this browser signed in alone', async () => {
    const other = people.stranger()
    await signIn(other, emailOf('editor'), PASSWORD)
    await editor.ask('DELETE', '/account/sessions')
    expect([await isSignedIn(editor), await isSignedIn(other)]).toEqual([true, false])
  })

  test('a new password ends the other sessions, and the old one opens nothing', async () => {
    const other = people.stranger()
    await signIn(other, emailOf('editor'), PASSWORD)
    const next = 'một mật khẩu mới toanh'
    const change = (password: string, to: string) =>
      editor.call('PUT', '/account/password', { password, next: to })
    expect((await change('đoán bừa', next)).status).toBe(400)
    expect((await change(PASSWORD, 'ngắn')).status).toBe(400)
    expect((await change(PASSWORD, 'aaaaaaaaaaaaaaaa')).status).toBe(400)
    expect((await change(PASSWORD, next)).status).toBe(200)
    expect([await isSignedIn(editor), await isSignedIn(other)]).toEqual([true, false])
    expect((await signIn(other, emailOf('editor'), PASSWORD)).status).toBe(401)
    expect((await signIn(other, emailOf('editor'), next)).status).toBe(200)
  })
})

describeOnEachDatabase('signing in by https', (use) => {
  test('the cookies go by https alone, and no other site of the domain can set them', async () => {
    const people = await openPeople(use.database, 'https://loa.example')
    const response = await signIn(people.stranger(), emailOf('admin'), PASSWORD)
    const cookies = response.headers.getSetCookie()
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies)
      expect(cookie).toMatch(
        /^__Host-loa_(session|device)=[\w-]{43};(.*;)? Path=\/;.* HttpOnly; Secure; SameSite=Strict$/,
      )
    await people.close()
  })
})
