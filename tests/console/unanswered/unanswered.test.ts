import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../../src/storage/open-database'
import { questionTable } from '../../../src/storage/question-table'
import { openSmallConsole, type SmallConsole } from '../answers/small-console'
import { createCitizen } from '../citizen'

jest.setTimeout(120_000)

let program: SmallConsole

/** Keeps questions as turns do that find no answer. */
async function askInVain(texts: readonly string[]): Promise<void> {
  const database = await openDatabase(`file:${program.databasePath}`)
  for (const text of texts) {
    const question = { channel: 'web', kind: 'fallback', topic: null, flow: null, text }
    await questionTable(database.kysely).record({ ...question, askedAt: Date.now() })
  }
  await database.close()
}

beforeEach(async () => {
  program = await openSmallConsole()
  await askInVain([
    'nộp phạt giao thông ở đâu vậy',
    'nop phat giao thong o dau',
    '<script>alert(1)</script> xổ số hôm nay',
  ])
})
afterEach(() => program.close())

const list = () => program.as.editor.ask('GET', '/unanswered')
async function fine() {
  const { groups } = await list()
  const group = groups.find(({ text }: { text: string }) => /phạt|phat/.test(text))
  const { text, members } = group as {
    text: string
    members: { form: string; text: string }[]
  }
  return { text, forms: members.map(({ form }) => form), texts: members.map((one) => one.text) }
}
const decide = (body: object) => program.as.approver.ask('POST', '/unanswered/decisions', body)
const outside = () => readFileSync(join(program.folder, 'knowledge/outside.yaml'), 'utf8')

test('questions are grouped, the most asked first, with entries that they may belong to', async () => {
  const { groups } = await list()
  expect(groups.map(({ count }: { count: number }) => count)).toEqual([2, 1])
  expect(groups[0].members).toHaveLength(2)
  expect(groups[0].suggestions.length).toBeGreaterThan(0)
  expect(groups[1].text).toBe('<script>alert(1)</script> xổ số hôm nay')
})

test('a question becomes an example in an entry’s draft, and goes out of it again', async () => {
  const group = await fine()
  const draft = async () =>
    (await program.as.editor.ask('GET', '/answers/entries/chip')).draft?.form.examples
  const { decision } = await decide({ ...group, kind: 'example', target: 'chip' })
  expect(await draft()).toEqual(expect.arrayContaining(group.texts.slice(0, 1)))
  expect((await list()).groups).toHaveLength(1)

  await program.as.editor.ask('DELETE', `/unanswered/decisions/${decision.id}`)
  expect(await draft()).not.toEqual(expect.arrayContaining(group.texts.slice(0, 1)))
  expect((await list()).groups).toHaveLength(2)
})

test('a question becomes the draft of a new entry', async () => {
  const group = await fine()
  const { entry } = await decide({ ...group, kind: 'entry' })
  const { draft, published } = await program.as.editor.ask('GET', `/answers/entries/${entry}`)
  expect(published).toBeNull()
  expect(draft.form).toMatchObject({ question: group.text, examples: expect.any(Array) })
})

test('a question is said to be outside, which is served and stands in the file, comments kept', async () => {
  const group = await fine()
  const before = outside()
  const { outside: kinds } = await list()
  const { decision } = await decide({ ...group, kind: 'outside', target: kinds[0].id })
  expect(outside()).toContain(group.texts[0])
  const citizen = createCitizen(program, '530002')
  await citizen.ask(group.texts[0] ?? '')
  expect(citizen.heard()).toContain(kinds[0].name)
  expect((await list()).groups).toHaveLength(1)

  await program.as.approver.ask('DELETE', `/unanswered/decisions/${decision.id}`)
  expect(outside()).toBe(before)
})

test('what is published at once needs someone who may approve', async () => {
  const group = await fine()
  const { outside: kinds } = await list()
  const body = { ...group, kind: 'outside', target: kinds[0].id }
  const refused = await program.as.editor.call('POST', '/unanswered/decisions', body)
  expect(refused.status).toBe(403)
  expect((await list()).groups).toHaveLength(2)
})

test('a question is dismissed with a reason, is not asked again, and two do not decide it twice', async () => {
  const group = await fine()
  const short = await program.as.editor.call('POST', '/unanswered/decisions', {
    ...group,
    kind: 'dismissed',
    reason: ' ',
  })
  expect(await short.json()).toMatchObject({ message: 'Hãy ghi lý do bỏ qua.' })
  const reason = 'Không thuộc đợt tuyên truyền'
  await decide({ ...group, kind: 'dismissed', reason })
  const late = await program.as.editor.call('POST', '/unanswered/decisions', {
    ...group,
    kind: 'dismissed',
    reason,
  })
  expect(late.status).toBe(409)
  await askInVain(['nộp phạt giao thông ở đâu vậy ạ'])
  expect((await list()).groups).toHaveLength(1)
  const { decisions } = await program.as.viewer.ask('GET', '/unanswered/decisions')
  expect(decisions).toMatchObject([{ kind: 'dismissed', reason, text: group.text }])
})

test('an entry that is gone, or a text that nobody asked, is refused and nothing is decided', async () => {
  const group = await fine()
  for (const body of [
    { ...group, kind: 'example', target: 'no-such-entry' },
    { ...group, kind: 'example', target: 'chip', texts: ['câu tự nghĩ ra'] },
  ]) {
    const refused = await program.as.editor.call('POST', '/unanswered/decisions', body)
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.status).toBeLessThan(500)
  }
  expect((await list()).groups).toHaveLength(2)
})

test('a viewer reads, and decides nothing', async () => {
  const group = await fine()
  const refused = await program.as.viewer.call('POST', '/unanswered/decisions', {
    ...group,
    kind: 'dismissed',
    reason: 'không liên quan',
  })
  expect(refused.status).toBe(403)
})
