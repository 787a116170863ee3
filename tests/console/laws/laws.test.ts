import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '../../../src/knowledge/add-days'
import { toHanoiDay } from '../../../src/knowledge/hanoi-day'
import { linkCountTable } from '../../../src/storage/link-count-table'
import { openDatabase } from '../../../src/storage/open-database'
import { until } from '../../e2e/until'
import { openSmallConsole, type SmallConsole, saveDraft } from '../answers/small-console'
import { NAMES } from '../open-console'

jest.setTimeout(120_000)

const XSS = '<img src=x onerror="window.hacked=1">'
const DECREE = '70-2024-nd-cp'
const today = () => toHanoiDay(Date.now())

let loa: SmallConsole

/** Gives a fact its basis, in its file, as the server is running. */
async function writeBasis(fact: string, basis: string): Promise<void> {
  const path = join(loa.folder, 'knowledge/facts.yaml')
  const text = readFileSync(path, 'utf8')
  const written = text.replace(
    new RegExp(`(- id: ${fact}\n.*\n  legal_basis: ).*`),
    (_all, before) => before + JSON.stringify(basis),
  )
  writeFileSync(`${path}~`, written)
  renameSync(`${path}~`, path)
  await until('the basis', async () => {
    const { documents } = await loa.as.viewer.ask('GET', '/laws')
    return documents.length > 1
  })
}

async function handOut(): Promise<void> {
  const database = await openDatabase(`file:${loa.databasePath}`)
  const link = { kind: 'topic' as const, id: 'chip', unit: 'ward-1', place: 'poster' }
  await linkCountTable(database.kysely).add(today(), [{ ...link, event: 'opened', count: 1 }])
  await database.close()
}

const change = { document: DECREE, seen: 0, replacedBy: null, effectiveOn: null, note: '' }
const open = (body: object = {}, as: keyof SmallConsole['as'] = 'editor') =>
  loa.as[as].call('POST', '/laws/reviews', { ...change, ...body })
const opened = (body: object = {}) =>
  loa.as.editor.ask('POST', '/laws/reviews', { ...change, ...body })

describe('when a law changes', () => {
  beforeEach(async () => {
    loa = await openSmallConsole()
    await writeBasis('f1.1', 'Nghị định 70/2024/NĐ-CP, Điều 3')
    await handOut()
  })
  afterEach(() => loa.close())

  test('a document shows all that rests on it, and becomes a list that ends when all is decided', async () => {
    const { documents, reviews } = await loa.as.viewer.ask('GET', '/laws')
    expect(documents.find(({ id }: { id: string }) => id === DECREE)).toEqual({
      id: DECREE,
      name: 'Nghị định 70/2024/NĐ-CP',
      counts: { topics: 1, flows: 0, notes: 0, links: 1, facts: 1 },
    })
    expect(reviews).toEqual([])
    const document = await loa.as.viewer.ask('GET', `/laws/documents/${DECREE}`)
    expect(document).toMatchObject({
      items: [
        {
          kind: 'topic',
          id: 'chip',
          owner: 'Ban Tuyên giáo',
          reasons: ['Dựa vào f1.1: Điều f1.1.'],
        },
      ],
      links: [
        { path: '/t/chip', places: ['Áp phích, Phường Một'], kits: ['/share/t/chip?u=ward-1'] },
      ],
    })

    const body = { replacedBy: ` ${XSS} 1/2027/NĐ-CP `, effectiveOn: '2027-01-01', note: XSS }
    const { id } = await opened(body)
    const list = () => loa.as.viewer.ask('GET', `/laws/reviews/${id}`)
    const { review, items } = await list()
    expect(review).toMatchObject({
      name: 'Nghị định 70/2024/NĐ-CP',
      replacedBy: `${XSS} 1/2027/NĐ-CP`,
      effectiveOn: '2027-01-01',
      note: XSS,
      openedBy: NAMES.editor,
    })
    expect(items).toMatchObject([
      { kind: 'topic', target: 'chip', state: 'waiting', publishedAt: null },
      { kind: 'link', target: '/t/chip', detail: 'Đã phát: Áp phích, Phường Một' },
    ])
    const awaiting = async () =>
      (await loa.as.approver.ask('GET', '/home')).awaiting.filter(
        ({ to }: { to: string }) => to === '/laws',
      )
    expect(await awaiting()).toMatchObject([
      { count: 2, text: 'mục chờ xem lại vì văn bản pháp luật thay đổi' },
    ])
    const { due } = await loa.as.viewer.ask('GET', '/laws/calendar')
    expect(due).toContainEqual(
      expect.objectContaining({ kind: 'law', id: String(id), day: '2027-01-01' }),
    )
    const decide = (item: { id: number; version: number }, state: string) =>
      loa.as.editor.ask('POST', `/laws/reviews/${id}/items/${item.id}`, {
        state,
        version: item.version,
      })
    await decide(items[0], 'changed')
    expect((await loa.as.viewer.ask('GET', '/laws')).reviews).toMatchObject([
      { id, total: 2, waiting: 1 },
    ])
    const done = await decide(items[1], 'kept')
    expect(done).toMatchObject({ state: 'kept', decidedBy: NAMES.editor, version: 1 })
    expect((await loa.as.viewer.ask('GET', '/laws')).reviews).toMatchObject([{ id, waiting: 0 }])

    expect(await awaiting()).toEqual([])
    const { entries } = await loa.as.admin.ask('GET', '/audit?action=laws')
    expect(
      entries.map(({ action, detail }: { action: string; detail: string }) => [action, detail]),
    ).toEqual([
      ['laws.decide', 'đã xem, vẫn đúng: Chip trên thẻ có theo dõi mình không?'],
      ['laws.decide', 'đã sửa: Chip trên thẻ có theo dõi mình không?'],
      ['laws.open', `bị thay bằng ${XSS} 1/2027/NĐ-CP từ 2027-01-01; 2 mục phải xem lại`],
    ])
  })

  test('an entry that was published meanwhile says so, and who edited it says that it is done', async () => {
    const { id } = await opened()
    const { draft } = await saveDraft(loa.as.editor, 'chip', { owner: 'Phòng khác' })
    await loa.as.editor.ask('POST', '/answers/entries/chip/draft/submit', {
      version: draft.version,
    })
    const waiting = await loa.as.approver.ask('GET', '/answers/entries/chip')
    await loa.as.approver.ask('POST', '/answers/entries/chip/draft/publish', {
      version: waiting.draft.version,
    })
    const { items } = await loa.as.viewer.ask('GET', `/laws/reviews/${id}`)
    expect(items[0]).toMatchObject({ state: 'waiting', publishedAt: expect.any(Number) })
    expect(items[1]).toMatchObject({ kind: 'link', publishedAt: null })
  })

  test('who opens or decides what another has just opened or decided is told, and changes nothing', async () => {
    const both = await Promise.all([open({}, 'editor'), open({}, 'approver')])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const { reviews } = await loa.as.viewer.ask('GET', '/laws')
    expect(reviews).toHaveLength(1)
    const [{ id }] = reviews
    const [{ id: item }] = (await loa.as.viewer.ask('GET', `/laws/reviews/${id}`)).items
    const decide = (as: 'editor' | 'approver', state: string, version = 0) =>
      loa.as[as].call('POST', `/laws/reviews/${id}/items/${item}`, { state, version })
    expect((await decide('editor', 'kept')).status).toBe(200)
    const late = await decide('approver', 'changed')
    expect([late.status, await late.json()]).toEqual([
      409,
      {
        code: 'decided',
        message: `${NAMES.editor} vừa ghi "đã xem, vẫn đúng" cho mục này. Hãy xem lại rồi quyết định.`,
      },
    ])
    const { items } = await loa.as.viewer.ask('GET', `/laws/reviews/${id}`)
    expect(items[0]).toMatchObject({ state: 'kept', decidedBy: NAMES.editor })
    // Seen, it may be decided otherwise: a second list may be opened as well.
    expect((await decide('approver', 'waiting', 1)).status).toBe(200)
    expect((await open({ seen: 1 })).status).toBe(201)
  })

  test.each([
    ['a document on which nothing rests', { document: '1-2020-qh14' }, 404],
    ['a document that is no id', { document: '../audit' }, 400],
    ['a replacement without a number', { replacedBy: ' ' }, 400],
    ['a day that is none', { effectiveOn: '2027-02-30' }, 400],
    ['a note without end', { note: 'x'.repeat(1_001) }, 400],
  ])('%s is refused', async (_what, body, status) => {
    expect((await open(body)).status).toBe(status)
    expect((await loa.as.viewer.ask('GET', '/laws')).reviews).toEqual([])
  })

  test('a viewer reads and changes nothing; a list is removed by who approves', async () => {
    expect((await open({}, 'viewer')).status).toBe(403)
    const { id } = await opened()
    const [item] = (await loa.as.viewer.ask('GET', `/laws/reviews/${id}`)).items
    const decision = { state: 'kept', version: 0 }
    for (const [as, method, path, status] of [
      ['viewer', 'POST', `/laws/reviews/${id}/items/${item.id}`, 403],
      ['viewer', 'POST', '/laws/topics/chip/reviewed', 403],
      ['editor', 'DELETE', `/laws/reviews/${id}`, 403],
      ['editor', 'POST', `/laws/reviews/${id + 1}/items/${item.id}`, 404],
      ['approver', 'DELETE', `/laws/reviews/${id}`, 204],
      ['approver', 'DELETE', `/laws/reviews/${id}`, 404],
      ['viewer', 'GET', `/laws/reviews/${id}`, 404],
    ] as const) {
      const body = method === 'GET' ? undefined : decision
      const response = await loa.as[as].call(method, path, body)
      expect([as, method, path, response.status]).toEqual([as, method, path, status])
    }
  })
})

describe('reviews that are due', () => {
  beforeEach(async () => {
    loa = await openSmallConsole('reviews: { lasts_days: 120, remind_days: 30 }\n')
  })
  afterEach(() => loa.close())

  const calendar = () => loa.as.editor.ask('GET', '/laws/calendar')
  const home = async (as: keyof SmallConsole['as']) =>
    (await loa.as[as].ask('GET', '/home')).awaiting.map(
      ({ text, count }: { text: string; count: number }) => `${count} ${text}`,
    )
  /** Publishes another day of review for an entry, in its file. */
  async function setReview(id: string, day: string): Promise<void> {
    const file = loa.fileOf(id)
    file.write(file.read().replace(/review_by: .*/, `review_by: ${day}`))
    await until('the day', async () =>
      (await calendar()).due.some((one: { day: string }) => one.day === day),
    )
  }

  test('are told on the first screen of those who can do something, the overdue first', async () => {
    await setReview('chip', addDays(today(), -1))
    await setReview('app', addDays(today(), 30))
    for (const as of ['editor', 'approver', 'admin'] as const) {
      expect(await home(as)).toEqual([
        '1 mục quá hạn xem lại',
        '1 mục cần xem lại trong 30 ngày tới',
      ])
    }
    expect(await home('viewer')).toEqual([])
    const { due, drafts } = await calendar()
    expect(due[0]).toMatchObject({ kind: 'topic', id: 'chip', why: 'review' })
    expect(drafts).toEqual([])
  })

  test('an entry that still holds gets a draft with the next day, and is done when that is approved', async () => {
    await setReview('chip', addDays(today(), -1))
    const { revision } = await calendar()
    const reviewed = (seen = revision) =>
      loa.as.editor.call('POST', '/laws/topics/chip/reviewed', { revision: seen })
    expect(await (await reviewed()).json()).toEqual({ outcome: 'waiting' })
    const { draft } = await loa.as.editor.ask('GET', '/answers/entries/chip')
    expect(draft).toMatchObject({ state: 'waiting', note: 'đã soát lại, vẫn đúng' })
    expect(
      draft.changes.map(({ field, now }: { field: string; now: string }) => [field, now]),
    ).toEqual([
      ['reviewed_on', today()],
      ['review_by', addDays(today(), 120)],
    ])
    expect((await calendar()).drafts).toEqual(['chip'])
    expect((await reviewed()).status).toBe(409) // there is a draft

    await loa.as.approver.ask('POST', '/answers/entries/chip/draft/publish', {
      version: draft.version,
    })
    expect(await home('approver')).toEqual([])
    // Whoever still looks at the answer as it was has not reviewed this one.
    const late = await reviewed()
    expect([late.status, await late.json()]).toMatchObject([409, { code: 'changed' }])
    const { entries } = await loa.as.admin.ask('GET', '/audit?action=laws.reviewed')
    expect(entries).toMatchObject([{ subject: 'chip', accountName: NAMES.editor }])
  })

  test('come as a calendar file to who is signed in, and to nobody else', async () => {
    await setReview('chip', addDays(today(), 10))
    const response = await loa.as.viewer.call('GET', '/laws/reviews.ics')
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain('loa-lich-xem-lai.ics')
    const file = (await response.text()).replaceAll('\r\n ', '')
    expect(file).toContain(`DTSTART;VALUE=DATE:${addDays(today(), 10).replaceAll('-', '')}`)
    expect(file).toContain('Chip trên thẻ có theo dõi mình không?')
    expect(file).toContain(`URL:${loa.url}/console/reviews`)
    const stranger = await fetch(`${loa.url}/console/api/laws/reviews.ics`)
    expect(stranger.status).toBe(401)
  })
})
