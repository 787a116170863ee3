import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { copySmallContent } from '../bot/copy-small-content'
import { messengerText, messengerWebhook } from '../stand-ins/messenger-webhooks'
import { deliver } from '../stand-ins/webhook-call'
import { describeOnEachDatabase } from '../storage/databases'
import { type SpawnedProgram, spawnProgram } from './spawn-program'
import { SECRETS, startPlatforms, toEnvironment } from './start-program'
import { until } from './until'

const QUESTION = 'chip câu hỏi số 3'
const TOPIC = 'chip'
const OPEN_BRACKET = '\nbad: [\n'

jest.setTimeout(120_000)

type Platforms = Awaited<ReturnType<typeof startPlatforms>>

/** Knowledge and flows of one machine, to be edited. Few, so that a program is up in a second. */
function copyFolders() {
  const { folder, environment } = copySmallContent()
  const path = join(folder, 'knowledge', 'topics', `${TOPIC}.yaml`)
  const write = (text: string) => {
    // As editors do it.
    writeFileSync(`${path}~`, text)
    renameSync(`${path}~`, path)
  }
  const original = readFileSync(path, 'utf8')
  return {
    folder,
    environment,
    original,
    write,
    answerWith: (words: string) =>
      write(original.replace(/^ {2}short:.*?(?=^ {0,2}\w)/ms, `  short: Không. ${words}.\n`)),
  }
}

type Readiness = {
  ready: boolean
  knowledge: { revision: number; newest: number; files: string; problems: string[] }
}

async function readKnowledge({ url }: SpawnedProgram) {
  const response = await fetch(`${url}/readyz`)
  const body = (await response.json()) as Readiness
  return { status: response.status, ...body }
}

async function readPage({ url }: SpawnedProgram): Promise<string> {
  return (await fetch(`${url}/t/${TOPIC}`)).text()
}

describeOnEachDatabase('editing knowledge', (use) => {
  let platforms: Platforms
  let folders: ReturnType<typeof copyFolders>
  let programs: SpawnedProgram[]

  beforeEach(async () => {
    folders = copyFolders()
    platforms = await startPlatforms()
    programs = []
  })
  afterEach(async () => {
    await Promise.all(programs.map((program) => program.kill('SIGKILL')))
    await platforms.close()
    rmSync(folders.folder, { recursive: true, force: true })
  })

  async function start(
    environment: Record<string, string> = folders.environment,
  ): Promise<SpawnedProgram> {
    const program = await spawnProgram({
      ...toEnvironment(platforms.messenger.url, platforms.zalo.url, use.server.url),
      ...environment,
    })
    programs.push(program)
    return program
  }

  function repliesTo(person: string): string[] {
    return platforms.messenger.received
      .map(({ body }) => JSON.stringify(body))
      .filter((reply) => reply.includes(`"${person}"`))
  }

  async function ask({ url }: SpawnedProgram, person: string): Promise<void> {
    const item = messengerText(QUESTION, { mid: `m_${person}`, person })
    const call = messengerWebhook([item], SECRETS.appSecret)
    expect((await deliver(`${url}/webhooks/messenger`, call)).status).toBe(200)
  }

  test('changes the answer while people ask, and each of them is answered', async () => {
    const program = await start()
    const people: string[] = []
    let isOver = false
    const asking = (async () => {
      while (!isOver) {
        const person = `30${String(people.length).padStart(4, '0')}`
        people.push(person)
        await ask(program, person)
        await setTimeout(100)
      }
    })()
    await until('the answer as it was', () => platforms.messenger.received.length > 0)
    expect(JSON.stringify(platforms.messenger.received)).not.toContain('Câu mới')
    folders.answerWith('Câu mới')
    await until('the new answer', () =>
      JSON.stringify(platforms.messenger.received).includes('Câu mới'),
    )
    isOver = true
    await asking
    await until('every answer', () => people.every((person) => repliesTo(person).length > 0))

    const isNew = people.map((person) => repliesTo(person).join().includes('Câu mới'))
    expect(isNew.indexOf(true)).toBeGreaterThan(0)
    expect(isNew.slice(isNew.indexOf(true))).not.toContain(false)
  })

  test('with a mistake changes nothing, says where it is, and mending it is enough', async () => {
    const program = await start()
    const before = await readKnowledge(program)
    folders.write(folders.original + OPEN_BRACKET)
    await until(
      'the mistake',
      async () => (await readKnowledge(program)).knowledge.files === 'refused',
    )
    const { status, ready, knowledge } = await readKnowledge(program)
    expect({ status, ready, files: knowledge.files }).toEqual({
      status: 200,
      ready: true,
      files: 'refused',
    })
    expect(knowledge.revision).toBe(before.knowledge.revision)
    expect(knowledge.problems[0]).toMatch(
      /^knowledge\/topics\/chip\.yaml:\d+:\d+: YAML viết chưa đúng/,
    )
    await ask(program, '300001')
    await until('an answer', () => repliesTo('300001').length > 0)

    folders.answerWith('Đã sửa xong')
    await until('the mended answer', async () => (await readPage(program)).includes('Đã sửa xong'))
    expect((await readKnowledge(program)).knowledge).toMatchObject({
      files: 'served',
      problems: [],
    })
  })

  test('on one machine changes the answers of the others, also after they start again', async () => {
    const elsewhere = copyFolders()
    const [first, second] = await Promise.all([start(), start(elsewhere.environment)])
    expect((await readKnowledge(second)).knowledge).toEqual((await readKnowledge(first)).knowledge)

    folders.answerWith('Câu mới')
    await until('the new answer', async () => (await readPage(second)).includes('Câu mới'))
    const { revision } = (await readKnowledge(first)).knowledge
    await second.kill('SIGKILL')
    const again = await start(elsewhere.environment)
    expect(await readPage(again)).toContain('Câu mới')
    expect((await readKnowledge(again)).knowledge).toMatchObject({ revision, files: 'superseded' })

    elsewhere.answerWith('Câu mới hơn')
    await until('the newer answer', async () => (await readPage(first)).includes('Câu mới hơn'))
    rmSync(elsewhere.folder, { recursive: true, force: true })
  })

  test('back to what it was is a new revision, an undo', async () => {
    const program = await start()
    const { revision } = (await readKnowledge(program)).knowledge
    folders.answerWith('Câu mới')
    await until('the new answer', async () => (await readPage(program)).includes('Câu mới'))
    folders.write(folders.original)
    await until('the old answer', async () => !(await readPage(program)).includes('Câu mới'))
    expect((await readKnowledge(program)).knowledge.revision).toBe(revision + 2)
    const { kysely } = use.database
    const revisions = await kysely.selectFrom('revisions').selectAll().orderBy('id').execute()
    expect(revisions[2]?.hash).toBe(revisions[0]?.hash)
    expect(revisions[1]).toMatchObject({
      author: 'files',
      message: `~ knowledge/topics/${TOPIC}.yaml`,
    })
  })

  test('badly before a start leaves the last good answer, and ends a start that has none', async () => {
    const program = await start()
    folders.answerWith('Câu mới')
    await until('the new answer', async () => (await readPage(program)).includes('Câu mới'))
    await program.kill('SIGKILL')
    folders.write(folders.original + OPEN_BRACKET)
    const again = await start()
    expect(await readPage(again)).toContain('Câu mới')
    expect((await readKnowledge(again)).knowledge.problems).toEqual([
      expect.stringMatching(/^knowledge\/topics\/chip\.yaml:\d+:\d+: /),
    ])

    const DATABASE_URL = `file:${join(folders.folder, 'empty.db')}`
    await expect(start({ ...folders.environment, DATABASE_URL })).rejects.toThrow(
      /chip\.yaml:\d+:\d+: .*\nmend these lines, then start again/,
    )
  })
})
