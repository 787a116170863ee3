import { auditTable } from '../../../src/storage/audit-table'
import { describeOnEachDatabase } from '../../storage/databases'
import { emailOf, PASSWORD, secretOf, signIn } from '../console-client'
import { openPeople, type People } from './open-people'

const DAY_MS = 24 * 3_600_000

describeOnEachDatabase('people', (use) => {
  let people: People
  beforeEach(async () => {
    people = await openPeople(use.database)
  })
  afterEach(() => people.close())

  const invite = (body: object) => people.admin.call('POST', '/people', body)
  const LAN = { name: 'Lan', email: emailOf('editor'), role: 'editor' }
  const take = (link: string, more = {}) =>
    people.stranger().call('POST', '/link', { secret: secretOf(link), password: PASSWORD, ...more })

  test('the first admin is made once', async () => {
    const more = { name: 'Kẻ khác', email: 'khac@loa.example' }
    expect((await take(people.firstLink, more)).status).toBe(410)
    const { link } = await people.admin.ask('POST', '/people', LAN)
    expect(link).toMatch(/^\/console\/link#[\w-]{43}$/)
  })

  test('an invitation opens the account once, with the role that was given', async () => {
    const { link } = await people.admin.ask('POST', '/people', LAN)
    const client = people.stranger()
    expect(await client.ask('POST', '/link/read', { secret: secretOf(link) })).toEqual({
      purpose: 'invite',
      name: 'Lan',
      email: LAN.email,
    })
    expect((await signIn(client, LAN.email, PASSWORD)).status).toBe(401)
    expect((await take(link, { role: 'admin' })).status).toBe(200)
    expect((await take(link)).status).toBe(410)
    expect(await people.find('editor')).toMatchObject({ state: 'active', role: 'editor' })
  })

  test('of two who use a link at once, one gets in', async () => {
    const { link } = await people.admin.ask('POST', '/people', LAN)
    const both = await Promise.all([take(link), take(link)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
  })

  test('an invitation ends after a week, and a new link ends the one before', async () => {
    const { link } = await people.admin.ask('POST', '/people', LAN)
    const { id } = await people.find('editor')
    const { link: second } = await people.admin.ask('POST', `/people/${id}/link`)
    expect((await take(link)).status).toBe(410)
    people.wait(7 * DAY_MS)
    await signIn(people.admin, emailOf('admin'), PASSWORD)
    expect((await take(second)).status).toBe(410)
    expect(await people.find('editor')).toMatchObject({ state: 'invited', hasLink: false })
  })

  test('a password that is too weak uses the link not up', async () => {
    const { link } = await people.admin.ask('POST', '/people', LAN)
    expect((await take(link, { password: '12345678' })).status).toBe(400)
    expect((await take(link)).status).toBe(200)
  })

  test.each([
    [{ ...LAN, email: 'lan' }, 400, 'Email chưa đúng, ví dụ: lan@hanoi.gov.vn'],
    [{ ...LAN, name: ' ' }, 400, 'Hãy nhập họ tên.'],
    [{ ...LAN, name: 'x'.repeat(101) }, 400, 'Họ tên dài quá 100 ký tự.'],
    [{ ...LAN, role: 'root' }, 400, 'Hãy chọn quyền.'],
    [{ ...LAN, email: emailOf('admin').toUpperCase() }, 409, 'Email này đã có tài khoản.'],
  ])('an invitation that cannot be is refused with why: %j', async (body, status, message) => {
    const response = await invite(body)
    expect([response.status, await response.json()]).toEqual([status, { message }])
  })

  test('a lock ends sessions and links at once, and is lifted again', async () => {
    const editor = await people.join('editor')
    const { id } = await people.find('editor')
    const { link } = await people.admin.ask('POST', `/people/${id}/link`)
    await people.admin.ask('PUT', `/people/${id}/lock`)
    expect((await editor.call('GET', '/session')).status).toBe(401)
    expect((await take(link)).status).toBe(410)
    expect((await signIn(editor, LAN.email, PASSWORD)).status).toBe(401)
    await people.admin.ask('DELETE', `/people/${id}/lock`)
    expect((await signIn(editor, LAN.email, PASSWORD)).status).toBe(200)
  })

  test('a role holds from the next call on', async () => {
    const editor = await people.join('editor')
    const { id } = await people.find('editor')
    expect((await editor.call('GET', '/people')).status).toBe(403)
    await people.admin.ask('PUT', `/people/${id}/role`, { role: 'admin' })
    expect((await editor.call('GET', '/people')).status).toBe(200)
  })

  test('the last admin stays one, also when two take the right from each other', async () => {
    const { id } = await people.find('admin')
    const demote = (client = people.admin, whom = id) =>
      client.call('PUT', `/people/${whom}/role`, { role: 'viewer' })
    expect((await demote()).status).toBe(409)
    expect((await people.admin.call('PUT', `/people/${id}/lock`)).status).toBe(409)

    const editor = await people.join('editor')
    const other = (await people.find('editor')).id
    await people.admin.ask('PUT', `/people/${other}/role`, { role: 'admin' })
    const both = await Promise.all([demote(people.admin, other), demote(editor, id)])
    expect(both.map(({ status }) => status)).toContain(200)
    const admins = await use.database.kysely
      .selectFrom('accounts')
      .select('id')
      .where('role', '=', 'admin')
      .execute()
    expect(admins).toHaveLength(1)
  })

  test('an invitation is taken back; an account that was used is not removed', async () => {
    const { link } = await people.admin.ask('POST', '/people', LAN)
    const { id } = await people.find('editor')
    await people.admin.ask('DELETE', `/people/${id}`)
    expect((await take(link)).status).toBe(410)
    expect(await people.find('editor')).toBeUndefined()
    await people.join('editor')
    const used = await people.find('editor')
    expect((await people.admin.call('DELETE', `/people/${used.id}`)).status).toBe(409)
  })

  test('every change is in the trail, with who, what and when', async () => {
    await people.join('editor')
    const { id } = await people.find('editor')
    await people.admin.ask('PUT', `/people/${id}/role`, { role: 'approver' })
    const trail = await auditTable(use.database.kysely, people.now).read({}, 10)
    expect(
      trail.map(({ accountName, action, subject, detail }) => [
        accountName,
        action,
        subject,
        detail,
      ]),
    ).toEqual([
      ['Quản Trị', 'people.role', 'Người editor', 'Biên tập → Duyệt'],
      ['Người editor', 'people.join', 'Người editor', ''],
      ['Quản Trị', 'people.invite', 'Người editor', 'Quyền: Biên tập'],
      ['Quản Trị', 'people.join', 'Quản Trị', ''],
    ])
  })
})
