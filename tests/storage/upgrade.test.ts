import { rmSync } from 'node:fs'
import { asAdmin, describeOnEachDatabase } from './databases'
import { makeOldDatabase } from './old-database'

describeOnEachDatabase('a database of the first Loa', (use) => {
  beforeEach(async () => {
    await use.database.close()
    const { url } = use.server
    if (url.startsWith('file:')) {
      for (const end of ['', '-wal', '-shm']) rmSync(url.slice(5) + end, { force: true })
    } else await asAdmin('drop schema public cascade; create schema public', url)
    await makeOldDatabase(url)
  })

  test('is brought up to date with every row, and what is new is filled from the old', async () => {
    const { kysely } = await use.server.open()
    const one = (table: 'inbox' | 'outbox' | 'state' | 'tokens' | 'flow_versions') =>
      kysely.selectFrom(table).selectAll().executeTakeFirstOrThrow()
    expect(await one('inbox')).toMatchObject({ id: 1, event_id: 'e1', status: 'done' })
    expect(await one('outbox')).toMatchObject({ id: 1, inbox_id: 1, status: 'sent', by_staff: 0 })
    expect(await one('state')).toMatchObject({ value: '{"greeted":true}' })
    expect(await one('tokens')).toMatchObject({ account: '1', pair: '{"refreshToken":"old"}' })
    expect(await one('flow_versions')).toMatchObject({ hash: 'h', flow_id: 'old-guide' })
    const questions = await kysely.selectFrom('questions').selectAll().orderBy('id').execute()
    expect(questions).toMatchObject([
      { kind: 'fallback', form: 'Giá vàng?', useful: null },
      { kind: 'answer', form: 'Chip?', useful: null },
    ])
    expect(await kysely.selectFrom('open_questions').selectAll().execute()).toMatchObject([
      { form: 'Giá vàng?', unanswered: 1, unsure: 0, total: 1 },
    ])
  })
})
