import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '../../src/storage/open-database'
import { asAdmin } from '../storage/databases'
import { type OwnPostgres, ownPostgresProblem, startOwnPostgres } from '../storage/own-postgres'
import { createPeopleInAGuide, type PeopleInAGuide } from './people-in-a-guide'
import { startProgram } from './start-program'
import { until } from './until'

const RESTARTS = Number(process.env.RESTARTS ?? 3)
const MESSAGES = Number(process.env.MESSAGES ?? 100)
const GONE_MS = Number(process.env.GONE_MS ?? 1_000)

jest.setTimeout(3_600_000)

const describeIf = ownPostgresProblem === '' ? describe : describe.skip
const reason = ownPostgresProblem && ` (skipped: ${ownPostgresProblem})`

describeIf(`a database server that is restarted under load${reason}`, () => {
  let server: OwnPostgres
  let program: Awaited<ReturnType<typeof startProgram>>
  let people: PeopleInAGuide

  beforeAll(async () => {
    server = await startOwnPostgres()
  })
  afterAll(() => server.remove())
  beforeEach(async () => {
    program = await startProgram({ DATABASE_URL: server.url })
    people = createPeopleInAGuide(MESSAGES, () => [program.url])
  })
  afterEach(async () => {
    people.stop()
    await program.stop()
  })

  const readiness = async () => (await fetch(`${program.url}/readyz`)).status

  test(`${MESSAGES} messages, ${RESTARTS} restarts: refused meanwhile, then all answered in order, no state change twice`, async () => {
    const bringing = people.bringAll()
    for (let restart = 1; restart <= RESTARTS; restart += 1) {
      const share = restart / (RESTARTS + 1)
      await until('more messages', () => people.brought() >= MESSAGES * share, 120_000)
      const refused = people.refused()
      await server.kill()
      await until('a refusal', () => people.refused() > refused)
      expect(await readiness()).toBe(503)
      expect((await fetch(`${program.url}/healthz`)).status).toBe(200)
      await setTimeout(GONE_MS)
      await server.start()
      await until('readiness', async () => (await readiness()) === 200)
      // And as when an administrator ends every session, with the server there all the time.
      await setTimeout(100)
      await asAdmin(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
        server.url,
      )
    }
    await bringing
    const database = await openDatabase(server.url)
    const { replies, sentAgain } = await people
      .expectAllAnswered(database, program.messenger)
      .finally(() => database.close())
    if (process.env.RESTARTS) {
      process.stderr.write(
        `${MESSAGES} messages, ${RESTARTS} restarts of ${GONE_MS} ms: ${people.refused()} calls refused, ` +
          `${replies} replies, ${sentAgain} sent again\n`,
      )
    }
  })
})
