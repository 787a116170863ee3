import { type Notices, type NoticeTopic, openNotices } from '../../src/storage/notices'
import { revisionTable } from '../../src/storage/revision-table'
import { until } from '../delivery/fixtures'
import { asAdmin, describeOnPostgres } from './databases'

const NAMED = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and query ilike 'listen%'`

describeOnPostgres('notices between processes', (use) => {
  let opened: Notices[] = []
  const open = async () => {
    const notices = openNotices(await use.server.open(), use.server.url)
    opened.push(notices)
    return notices
  }
  afterEach(async () => {
    await Promise.all(opened.map((notices) => notices.close()))
    opened = []
  })

  const hearing = (notices: Notices, topic: NoticeTopic) => {
    const heard: string[] = []
    notices.listen(topic, (detail) => heard.push(detail))
    return heard
  }
  /** The first empty notice says that the connection is there. */
  const connected = (heard: string[]) => until(() => heard.length > 0)

  test('reach the others with their detail, not the teller, and only who listens to the topic', async () => {
    const [teller, other] = [await open(), await open()]
    const own = hearing(teller, 'web')
    const heard = hearing(other, 'web')
    const elsewhere = hearing(other, 'inbox')
    await Promise.all([own, heard, elsewhere].map(connected))
    teller.announce('web', 'web:site:an')
    teller.announce('web', 'web:site:bình')
    await until(() => heard.length === 3)
    expect(heard).toEqual(['', 'web:site:an', 'web:site:bình'])
    expect(own).toEqual([''])
    expect(elsewhere).toEqual([''])
  })

  test('many at once are told together, the same one once', async () => {
    const [teller, other] = [await open(), await open()]
    const heard = hearing(other, 'outbox')
    await connected(heard)
    for (let told = 0; told < 1_000; told += 1) teller.announce('outbox')
    await until(() => heard.length > 1)
    teller.announce('outbox')
    await until(() => heard.length > 2)
    expect(heard.length).toBeLessThan(6)
  })

  test('a connection that breaks comes back, and everyone is told to look', async () => {
    const [teller, other] = [await open(), await open()]
    const heard = hearing(other, 'inbox')
    await connected(heard)
    await asAdmin(NAMED, use.server.url)
    await until(() => heard.length === 2)
    teller.announce('inbox')
    await until(() => heard.length === 3)
  })

  test('a published revision is told when it is committed', async () => {
    const heard = hearing(await open(), 'revisions')
    await connected(heard)
    const files = [{ path: 'knowledge/a.yaml', text: 'a' }]
    const draft = { files, author: 'an', message: '', publishedAt: 0, basedOn: null }
    await revisionTable(use.database).publish(draft)
    await until(() => heard.length === 2)
  })

  test('what others put on the channel is passed over, and nothing is heard after closing', async () => {
    const [teller, other] = [await open(), await open()]
    const heard = hearing(other, 'inbox')
    await connected(heard)
    await asAdmin(
      `select pg_notify('loa', 'not ours'), pg_notify('loa', '{"topic":"else"}')`,
      use.server.url,
    )
    await other.close()
    await other.close()
    teller.announce('inbox')
    await teller.close()
    expect(heard).toEqual([''])
  })
})
