import { until } from '../../e2e/until'
import { createCitizen } from '../citizen'
import { approve, GUIDE, type GuideConsole, openGuideConsole, saveWords } from './guide-console'

// biome-ignore lint/suspicious/noExplicitAny: what the server answers, looked at by the assertions
const jsonOf = async (response: Response | undefined): Promise<any> => response?.json()

jest.setTimeout(120_000)

const linesOf = (text: string) => text.split('\n')

describe('guides of the console', () => {
  let loa: GuideConsole

  beforeEach(async () => {
    loa = await openGuideConsole()
  })
  afterEach(() => loa.close())

  test('published by two persons: the next version, its words, and nothing else in the file', async () => {
    const { draft } = await saveWords(loa.as.editor, {
      'steps.who.choices.lost.title': 'Mất thẻ rồi',
      'steps.who.choices.lost.says': ['mất thẻ', 'rơi thẻ', 'bị lấy, cắp'],
      'steps.report.text': 'Bác đến Công an xã, phường báo mất.',
    })
    expect(draft).toMatchObject({ state: 'draft', author: 'Đỗ Biên Tập', overtakenBy: null })
    expect(draft.changes.map(({ field }: { field: string }) => field)).toEqual([
      'steps.who.choices.lost.title',
      'steps.who.choices.lost.says',
      'steps.report.text',
    ])
    expect(loa.guide.read()).toBe(GUIDE)
    const publish = (who: 'editor' | 'approver', version: number) =>
      loa.as[who].call('POST', '/flows/lost-card/draft/publish', { version })
    expect((await publish('approver', draft.version)).status).toBe(409) // nobody has asked for it
    const waiting = await loa.as.editor.ask('POST', '/flows/lost-card/draft/submit', {
      version: draft.version,
    })
    expect((await publish('editor', waiting.draft.version)).status).toBe(403)
    const { awaiting } = await loa.as.approver.ask('GET', '/home')
    expect(awaiting).toContainEqual({ text: 'hướng dẫn chờ bạn duyệt', count: 1, to: '/flows' })
    // The drafts of entries are others.
    expect((await loa.as.approver.ask('GET', '/answers/waiting')).drafts).toEqual([])
    expect((await loa.as.viewer.ask('GET', '/answers?state=waiting')).rows).toEqual([])

    const done = await jsonOf(await publish('approver', waiting.draft.version))
    expect(done).toMatchObject({ outcome: 'published', written: true })
    const now = linesOf(loa.guide.read())
    const old = linesOf(GUIDE)
    expect(old.filter((line) => !now.includes(line))).toEqual([
      'version: 1 # bản đầu',
      '        title: Bị mất # không quá 20 chữ',
      '        says: [mất thẻ, rơi thẻ]',
      '    text: Bác đến Công an phường báo.',
    ])
    expect(now.filter((line) => !old.includes(line))).toEqual([
      'version: 2 # bản đầu',
      'changes:',
      '  - version: 2',
      '    as: safe',
      '        title: Mất thẻ rồi # không quá 20 chữ',
      '        says: [mất thẻ, rơi thẻ, "bị lấy, cắp"]',
      '    text: Bác đến Công an xã, phường báo mất.',
    ])
    expect(loa.readPublished()).toMatch(/- version: 1\n[\s\S]*- version: 2\n/)
    // Folder and database say the same: nobody publishes anything again.
    await until('the folder to be looked at', async () => {
      const { knowledge } = await jsonOf(await fetch(`${loa.url}/readyz`))
      return knowledge.files === 'served' && knowledge.revision === 2
    })
    const { entries } = await loa.as.admin.ask('GET', '/audit')
    expect(JSON.stringify(entries)).toMatch(/flows\.publish.*flows\.submit.*flows\.save/)
  })

  test('edited by two at once: the second is shown what the first wrote', async () => {
    const { published } = await loa.as.editor.ask('GET', '/flows/lost-card')
    const save = (client: GuideConsole['as']['editor'], text: string) =>
      client.call('PUT', '/flows/lost-card/draft', {
        form: { ...published.form, 'steps.done.text': text },
        version: 0,
        basedOn: published.hash,
      })
    const both = await Promise.all([save(loa.as.editor, 'Một.'), save(loa.as.approver, 'Hai.')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = await jsonOf(both.find(({ status }) => status === 409))
    const kept = (await loa.as.editor.ask('GET', '/flows/lost-card')).draft
    expect(refused).toMatchObject({
      code: 'changed',
      by: kept.author,
      changes: [{ field: 'steps.done.text', now: kept.form['steps.done.text'] }],
    })
  })

  test('edited in the file meanwhile: never written over, and the draft becomes the version after it', async () => {
    const { draft } = await saveWords(loa.as.editor, { title: 'Mất thẻ' })
    loa.guide.write(
      GUIDE.replace('version: 1 #', 'version: 2 #')
        .replace('steps:\n', 'changes:\n  - {version: 2, as: safe}\nsteps:\n')
        .replace('Xong rồi.', 'Vậy là xong.'),
    )
    const read = () => loa.as.editor.ask('GET', '/flows/lost-card')
    await until('the edit of the file', async () => (await read()).outline.version === 2)
    const late = await loa.as.editor.call('POST', '/flows/lost-card/draft/submit', {
      version: draft.version,
    })
    const waiting = await jsonOf(late)
    const version = waiting.draft?.version ?? draft.version
    const refused = await loa.as.approver.call('POST', '/flows/lost-card/draft/publish', {
      version,
    })
    expect(refused.status).toBe(409)
    expect(loa.guide.read()).toContain('Vậy là xong.')

    const seen = await read()
    expect(seen.draft.overtakenBy).toMatchObject([
      { field: 'steps.done.text', was: 'Xong rồi.', now: 'Vậy là xong.' },
    ])
    const { draft: merged } = await saveWords(loa.as.editor, {
      'steps.done.text': seen.published.form['steps.done.text'],
    })
    expect(merged.changes).toMatchObject([{ field: 'title', now: 'Mất thẻ' }])
    expect(await approve(loa, merged.version)).toMatchObject({ outcome: 'published' })
    expect(loa.guide.read()).toContain('version: 3 # bản đầu')
    expect(loa.guide.read()).toContain('Vậy là xong.')
  })

  test('that are wrong tell where, and are not published', async () => {
    const { published } = await loa.as.editor.ask('GET', '/flows/lost-card')
    const change = {
      'steps.who.choices.broken.title': 'Thẻ bị gãy hoặc bị hỏng rồi',
      'steps.report.text': 'Bác gửi mã OTP cho Loa.',
      'steps.report.short': '',
    }
    const check = (form: object) =>
      loa.as.editor.ask('POST', '/flows/lost-card/check', { form: { ...published.form, ...form } })
    const broken = await check(change)
    expect(broken.problems.map(({ path }: { path: string[] }) => path.join('.')).sort()).toEqual([
      'steps.report.short',
      'steps.who.choices.broken.title',
    ])
    const { problems } = await check({ 'steps.report.text': change['steps.report.text'] })
    expect(problems).toMatchObject([{ path: ['steps', 'report', 'text'], level: 'error' }])
    expect((await check({ title: 'Mất thẻ' })).problems).toEqual([])
    const { draft } = await saveWords(loa.as.editor, change)
    const early = await loa.as.editor.call('POST', '/flows/lost-card/draft/submit', {
      version: draft.version,
    })
    expect(early.status).toBe(422)
  })

  test('take people in the middle along, as was told before', async () => {
    const citizen = createCitizen(loa, '300001')
    await citizen.press('flow:lost-card')
    await citizen.press('step:lost-card/who/lost')
    const { draft } = await saveWords(loa.as.editor, {
      'steps.report.text': 'Bác đến Công an xã báo mất.',
      'steps.nothing.text': 'không có bước này',
    })
    expect(draft.changes).toHaveLength(1) // the form has no say in which steps there are
    const { draftText } = await loa.as.editor.ask('GET', '/flows/lost-card')
    const replay = await loa.as.editor.ask('POST', '/answers/flows/lost-card/replay', {
      text: draftText,
    })
    expect(replay.flows).toEqual([
      {
        flow: 'lost-card',
        title: 'Mất thẻ căn cước',
        step: 'report',
        count: 1,
        outcome: 'carried',
        sees: 'Bác đến Công an xã báo mất.',
      },
    ])
    await approve(loa, draft.version)
    expect(citizen.heard()).not.toContain('Bác đến Công an xã báo mất.')
    await citizen.press('step:lost-card/report/again')
    expect(citizen.heard()).toContain('Bác đến Công an xã báo mất.')
    await citizen.press('step:lost-card/report/next')
    expect(citizen.heard()).toContain('Xong rồi.')
  })

  test('are published at their time', async () => {
    const { draft } = await saveWords(loa.as.editor, { title: 'Khi mất thẻ' })
    const publishAt = Date.now() + 3_000
    const { draft: waiting } = await loa.as.editor.ask('POST', '/flows/lost-card/draft/submit', {
      version: draft.version,
      publishAt,
    })
    const approved = await loa.as.approver.ask('POST', '/flows/lost-card/draft/publish', {
      version: waiting.version,
    })
    expect(approved.outcome).toBe('scheduled')
    await until('its time', () => loa.guide.read().includes('title: Khi mất thẻ'))
    expect((await loa.as.viewer.ask('GET', '/flows/lost-card')).outline).toMatchObject({
      title: 'Khi mất thẻ',
      version: 2,
    })
  })

  test('tell their history, and go back to earlier words as the next version', async () => {
    const { draft } = await saveWords(loa.as.editor, { 'steps.done.text': 'Đã xong.' })
    await approve(loa, draft.version)
    const history = () => loa.as.viewer.ask('GET', '/flows/lost-card/history')
    const { items } = await history()
    expect(items).toMatchObject([
      { isCurrent: true, changes: [{ field: 'steps.done.text', now: 'Đã xong.' }] },
      { event: 'created', author: 'files' },
    ])
    const { published } = await loa.as.approver.ask('GET', '/flows/lost-card')
    const back = { revision: items[1].revision, basedOn: published.hash }
    expect((await loa.as.viewer.call('POST', '/flows/lost-card/restore', back)).status).toBe(403)
    await loa.as.editor.ask('POST', '/flows/lost-card/restore', back)
    const waiting = (await loa.as.approver.ask('GET', '/flows/lost-card')).draft
    const done = await loa.as.approver.ask('POST', '/flows/lost-card/draft/publish', {
      version: waiting.version,
    })
    expect(done).toMatchObject({ outcome: 'published' })
    expect(loa.guide.read()).toContain('version: 3 # bản đầu')
    expect(loa.guide.read()).toContain('text: Xong rồi.')

    // An earlier state with other steps is no matter of words.
    loa.guide.write(
      loa.guide
        .read()
        .replace('version: 3 #', 'version: 4 #')
        .replace('next: done', 'next: thanks')
        .replace(
          '  - id: done',
          '  - {id: thanks, text: Cảm ơn bác., short: Cảm ơn., next: done}\n  - id: done',
        ),
    )
    const read = () => loa.as.editor.ask('GET', '/flows/lost-card')
    await until('the new step', async () => (await read()).outline.steps.length === 5)
    const late = await loa.as.editor.call('POST', '/flows/lost-card/restore', {
      revision: items[1].revision,
      basedOn: (await read()).published.hash,
    })
    expect(late.status).toBe(409)
    expect((await jsonOf(late)).message).toMatch(/các bước khác/)
  })
})
