import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/storage/open-database'
import { openPeople, type People } from './people/open-people'

/** What another site can make a browser send: the cookie, should it come along, and whatever a form or script may. */
describe('requests that other sites make', () => {
  let people: People
  let close: () => Promise<void>
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loa-test-'))
    const database = await openDatabase(`file:${join(folder, 'loa.db')}`)
    people = await openPeople(database, 'https://loa.example')
    close = async () => {
      await people.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
  afterAll(() => close())

  const LAN = { name: 'Lan', email: 'lan@loa.example', role: 'admin' }
  const send = (headers: Record<string, string | undefined>) =>
    people.admin.call('POST', '/people', LAN, headers)

  test.each([
    ['without the header', { 'x-loa-csrf': undefined }],
    ['from another site', { origin: 'https://evil.example' }],
    ['from another site of the same domain', { origin: 'https://other.loa.example' }],
    ['from a page without an address', { origin: 'null' }],
    ['without an origin', { origin: undefined }],
    ['from a name that begins like ours', { origin: 'https://loa.example.evil.example' }],
    ['as a form sends it', { 'x-loa-csrf': undefined, 'content-type': 'text/plain' }],
  ])('%s are refused and change nothing', async (_how, headers) => {
    const response = await send(headers)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'csrf' })
    expect(await people.admin.ask('GET', '/people')).toMatchObject({ people: [{ id: 1 }] })
  })

  test('signing in is no exception: nobody can be signed in to another’s account', async () => {
    const body = { email: 'admin@loa.example', password: 'x' }
    const forged = await people
      .stranger()
      .call('POST', '/session', body, { 'x-loa-csrf': undefined })
    expect(forged.status).toBe(403)
  })

  test('those of the address that people open pass, behind a proxy that hides it', async () => {
    expect((await send({ origin: 'https://loa.example' })).status).toBe(201)
  })
})
