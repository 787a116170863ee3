import { until } from '../../e2e/until'
import { COMMENT, openSmallConsole, type SmallConsole, saveDraft } from './small-console'

// biome-ignore lint/suspicious/noExplicitAny: what the server answers, looked at by the assertions
const jsonOf = async (response: Response | undefined): Promise<any> => response?.json()

jest.setTimeout(120_000)

const NEW_SHORT = 'Không ai theo dõi bác qua con chip.'

describe('entries of the console', () => {
  let loa: SmallConsole

  beforeEach(async () => {
    loa = await openSmallConsole()
  })
  afterEach(() => loa.close())

  const page = async () => (await fetch(`${loa.url}/t/chip`)).text()
  const answer = (short: string) => ({ answer: { short, detail: '', channels: {} } })

  test('are found whatever accents are typed, and by group, state and review', async () => {
    const find = async (query: string) => {
      const { rows } = await loa.as.viewer.ask('GET', `/answers?${query}`)
      return rows.map(({ id }: { id: string }) => id)
    }
    expect(await find('search=theo%20doi')).toEqual(['chip'])
    expect(await find('search=TẢI%20ung')).toEqual(['app'])
    expect(await find('group=card')).toEqual(['chip'])
    expect(await find('state=live')).toEqual(['app', 'chip'])
    expect(await find('confidence=medium')).toEqual(['chip'])
    expect(await find('review=overdue')).toEqual([])
    await saveDraft(loa.as.editor, 'chip', answer(NEW_SHORT))
    expect(await find('state=draft')).toEqual(['chip'])
    expect(await find('')).toEqual(['chip', 'app'])
    expect((await loa.as.viewer.call('GET', '/answers?group=nothing')).status).toBe(400)
  })

  test('are written by one, approved by another, and stand in the file with its comments', async () => {
    const before = loa.fileOf('chip').read()
    const { draft } = await saveDraft(loa.as.editor, 'chip', answer(NEW_SHORT))
    expect(draft).toMatchObject({ state: 'draft', author: 'Đỗ Biên Tập', overtakenBy: null })
    expect(draft.changes.map(({ field }: { field: string }) => field)).toEqual([
      'answer.short',
      'answer.detail',
    ])
    expect(await page()).not.toContain(NEW_SHORT)

    // The draft lacks the words that a fact of medium confidence needs.
    const early = await loa.as.editor.call('POST', '/answers/entries/chip/draft/submit', {
      version: draft.version,
    })
    expect(early.status).toBe(422)
    expect((await jsonOf(early)).problems[0].path).toEqual(['sources', 2])

    const sound = await saveDraft(loa.as.editor, 'chip', {
      answer: { short: NEW_SHORT, detail: 'Theo thông tin công bố. Hỏi công an.', channels: {} },
    })
    const { version } = sound.draft
    const publish = (who: 'editor' | 'approver', seen: number) =>
      loa.as[who].call('POST', '/answers/entries/chip/draft/publish', { version: seen })
    expect((await publish('approver', version)).status).toBe(409) // nobody has asked for it
    const waiting = await loa.as.editor.ask('POST', '/answers/entries/chip/draft/submit', {
      version,
    })
    const seen = waiting.draft.version
    expect((await publish('editor', seen)).status).toBe(403)
    expect((await publish('approver', version)).status).toBe(409) // not what was seen
    const { awaiting } = await loa.as.approver.ask('GET', '/home')
    expect(awaiting).toContainEqual({
      text: 'câu trả lời chờ bạn duyệt',
      count: 1,
      to: '/answers/waiting',
    })
    expect(await (await publish('approver', seen)).json()).toMatchObject({
      outcome: 'published',
      written: true,
    })

    expect(await page()).toContain(NEW_SHORT)
    const after = loa.fileOf('chip').read()
    expect(after).toContain(NEW_SHORT)
    expect(after).toContain(COMMENT)
    const lines = (text: string) => new Set(text.split('\n'))
    const [old, now] = [lines(before), lines(after)]
    expect([...now].filter((line) => !old.has(line))).toEqual([
      '  short: >-',
      `    ${NEW_SHORT}`,
      '  detail: |-',
      '    Theo thông tin công bố. Hỏi công an.',
    ])
    const { entries } = await loa.as.admin.ask('GET', '/audit').catch(() => ({ entries: null }))
    if (entries) expect(JSON.stringify(entries)).toContain('answers.publish')
    // The folder and the database say the same: nobody publishes anything again.
    const { knowledge } = await jsonOf(await fetch(`${loa.url}/readyz`))
    expect(knowledge).toMatchObject({ revision: 2, newest: 2, problems: [] })
    await until('the folder to be looked at', async () => {
      const ready = await jsonOf(await fetch(`${loa.url}/readyz`))
      return ready.knowledge.files === 'served'
    })
  })

  test('of one who approves their own are refused, and without two persons an editor publishes', async () => {
    const { draft } = await saveDraft(loa.as.approver, 'app', { label: 'Tải VNeID' })
    const { draft: waiting } = await loa.as.approver.ask(
      'POST',
      '/answers/entries/app/draft/submit',
      { version: draft.version },
    )
    const own = await loa.as.approver.call('POST', '/answers/entries/app/draft/publish', {
      version: waiting.version,
    })
    expect(own.status).toBe(409)
    const back = await loa.as.admin.ask('POST', '/answers/entries/app/draft/withdraw', {
      version: waiting.version,
      reason: 'nhãn cũ rõ hơn',
    })
    expect(back.draft).toMatchObject({
      state: 'draft',
      problem: 'Nguyễn Quản Trị: nhãn cũ rõ hơn',
    })

    await loa.close()
    loa = await openSmallConsole('console:\n  two_persons: false\n')
    const alone = await saveDraft(loa.as.editor, 'app', { label: 'Tải VNeID' })
    const done = await loa.as.editor.ask('POST', '/answers/entries/app/draft/publish', {
      version: alone.draft.version,
    })
    expect(done).toMatchObject({ outcome: 'published' })
  })

  test('edited by two at once: the second is shown what the first wrote, and nothing is lost', async () => {
    const { published } = await loa.as.editor.ask('GET', '/answers/entries/chip')
    const save = (client: SmallConsole['as']['editor'], label: string) =>
      client.call('PUT', '/answers/entries/chip/draft', {
        form: { ...published.form, label },
        version: 0,
        basedOn: published.hash,
      })
    const [first, second] = await Promise.all([
      save(loa.as.editor, 'Chip: nhãn một'),
      save(loa.as.approver, 'Chip: nhãn hai'),
    ])
    expect([first.status, second.status].sort()).toEqual([200, 409])
    const refused = await jsonOf([first, second].find(({ status }) => status === 409))
    const kept = (await loa.as.editor.ask('GET', '/answers/entries/chip')).draft
    expect(refused).toMatchObject({
      code: 'changed',
      by: kept.author,
      version: kept.version,
      changes: [{ field: 'label', now: kept.form.label }],
    })
    expect(refused.changes[0].was).not.toBe(kept.form.label)
  })

  test('edited in the file meanwhile: the console shows it, and the editor sees what changed', async () => {
    const { published } = await loa.as.editor.ask('GET', '/answers/entries/chip')
    const file = loa.fileOf('chip')
    file.write(file.read().replace('Chip không theo dõi ai.', 'Chip chẳng theo dõi ai.'))
    await until('the edit of the file', async () => (await page()).includes('chẳng'))
    const late = await loa.as.editor.call('PUT', '/answers/entries/chip/draft', {
      form: { ...published.form, label: 'Chip mới' },
      version: 0,
      basedOn: published.hash,
    })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({
      code: 'changed',
      by: null,
      changes: [
        { field: 'label', was: 'Chip mới', now: 'Chip theo dõi?' },
        { field: 'answer.short', now: 'Chip chẳng theo dõi ai.' },
      ],
    })

    // A draft that is there already is shown with what came after it.
    await saveDraft(loa.as.editor, 'chip', { label: 'Chip mới' })
    file.write(file.read().replace('chẳng', 'không hề'))
    await until('the second edit', async () => (await page()).includes('không hề'))
    const { draft } = await loa.as.editor.ask('GET', '/answers/entries/chip')
    expect(draft.overtakenBy).toMatchObject([
      { field: 'answer.short', was: 'Chip chẳng theo dõi ai.', now: 'Chip không hề theo dõi ai.' },
    ])
    // Saved again on top of it, it has both.
    const { draft: merged } = await loa.as.editor.ask('PUT', '/answers/entries/chip/draft', {
      form: {
        ...draft.form,
        answer: { ...draft.form.answer, short: 'Chip không hề theo dõi ai.' },
      },
      version: draft.version,
      basedOn: (await loa.as.editor.ask('GET', '/answers/entries/chip')).published.hash,
    })
    expect(merged.changes).toMatchObject([{ field: 'label', now: 'Chip mới' }])
  })

  test('tell their history field by field, and go back to an earlier state by approval', async () => {
    const original = loa.fileOf('app').read()
    const { draft } = await saveDraft(loa.as.editor, 'app', { label: 'Tải VNeID' })
    const { draft: waiting } = await loa.as.editor.ask(
      'POST',
      '/answers/entries/app/draft/submit',
      {
        version: draft.version,
      },
    )
    const publish = (version: number) =>
      loa.as.approver.ask('POST', '/answers/entries/app/draft/publish', { version })
    await publish(waiting.version)
    const { items } = await loa.as.viewer.ask('GET', '/answers/entries/app/history')
    expect(items).toMatchObject([
      {
        author: 'Đỗ Biên Tập',
        message: 'app: thử; duyệt: Trần Duyệt',
        changes: [{ field: 'label', was: 'Tải ứng dụng', now: 'Tải VNeID' }],
        isCurrent: true,
      },
      { author: 'files', changes: [], event: 'created', isCurrent: false },
    ])
    const { published } = await loa.as.editor.ask('GET', '/answers/entries/app')
    const undo = { revision: items[1].revision, basedOn: published.hash }
    expect(await loa.as.editor.ask('POST', '/answers/entries/app/restore', undo)).toEqual({
      outcome: 'waiting',
    })
    const { drafts } = await loa.as.approver.ask('GET', '/answers/waiting')
    expect(drafts).toMatchObject([{ id: 'app', changes: [{ now: 'Tải ứng dụng' }] }])
    await publish(drafts[0].version)
    expect(loa.fileOf('app').read()).toBe(original)
  })

  test('new, turned off and on again', async () => {
    const { published } = await loa.as.editor.ask('GET', '/answers/entries/chip')
    const examples = Array.from({ length: 25 }, (_, index) => `mất thẻ ${index + 1}`)
    const form = {
      ...published.form,
      question: 'Mất thẻ thì làm thế nào?',
      label: 'Mất thẻ',
      aspect: 'lost',
      examples,
    }
    const { id } = await loa.as.editor.ask('POST', '/answers/entries', { form })
    expect(id).toBe('mat-the-thi-lam-the-nao')
    const go = async (entry: string) => {
      const { draft } = await loa.as.editor.ask('GET', `/answers/entries/${entry}`)
      const { draft: waiting } = await loa.as.editor.ask(
        'POST',
        `/answers/entries/${entry}/draft/submit`,
        { version: draft.version },
      )
      return loa.as.approver.ask('POST', `/answers/entries/${entry}/draft/publish`, {
        version: waiting.version,
      })
    }
    await go(id)
    const ask = (text: string) =>
      loa.as.viewer.ask('POST', '/answers/ask', { text, channel: 'web' })
    expect(await ask('mất thẻ 7')).toMatchObject({ kind: 'answer', topic: id })
    expect(loa.fileOf(id).read()).toMatch(/^# yaml-language-server: .*topic\.json\nid: mat-the/)

    await saveDraft(loa.as.editor, id, { off: true })
    await go(id)
    expect(await ask('mất thẻ 7')).toMatchObject({
      kind: 'fallback',
      topic: null,
      outside: form.question,
    })
    expect((await fetch(`${loa.url}/t/${id}`)).status).toBe(404)
    const { rows } = await loa.as.viewer.ask('GET', '/answers?state=off')
    expect(rows).toMatchObject([{ id, state: 'off' }])
    await saveDraft(loa.as.editor, id, { off: false })
    await go(id)
    expect(await ask('mất thẻ 7')).toMatchObject({ kind: 'answer', topic: id })
    expect(loa.fileOf(id).read()).not.toContain('off:')
  })
})
