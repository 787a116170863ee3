import { until } from '../../e2e/until'
import { openSmallConsole, type SmallConsole } from '../answers/small-console'
import { createCitizen } from '../citizen'
import type { ConsoleClient } from '../console-client'
import { joinConsole, NAMES } from '../open-console'

jest.setTimeout(120_000)

const DAY_MS = 24 * 3_600_000
const TEXT = 'Sáng nay hệ thống bảo trì. Bác đừng ra phường.'
const HEAD = 'Thông báo chính thức, hết hiệu lực lúc'

/** A house that lets one person publish an entry alone: of notices that makes no difference. */
const ALONE = '\nconsole: {two_persons: false}\n'

describe('urgent corrections', () => {
  let loa: SmallConsole
  let second: ConsoleClient
  let people = 0

  beforeAll(async () => {
    loa = await openSmallConsole(ALONE)
    second = await joinConsole(loa, 'Lê Duyệt Hai', 'approver')
  })
  afterAll(() => loa.close())
  afterEach(async () => {
    const { bulletins } = await loa.as.admin.ask('GET', '/urgent')
    for (const { id, standing } of bulletins) {
      if (standing === 'out') await loa.as.admin.ask('POST', `/urgent/${id}/end`, {})
      if (standing === 'waiting') await loa.as.admin.ask('POST', `/urgent/${id}/reject`, {})
    }
  })

  const form = (change: object = {}) => ({
    ...{ text: TEXT, link: null, topic: null, endsAt: Date.now() + DAY_MS },
    ...change,
  })
  const ask = async (change: object = {}, author = loa.as.editor): Promise<number> =>
    (await author.ask('POST', '/urgent', form(change))).id
  const act = async (person: ConsoleClient, id: number, action: string, body: object = {}) => {
    const response = await person.call('POST', `/urgent/${id}/${action}`, body)
    return { status: response.status, ...((await response.json()) as { became?: string }) }
  }
  const letOut = async (change: object = {}) => {
    const id = await ask(change)
    await act(loa.as.approver, id, 'approve')
    expect(await act(second, id, 'approve')).toEqual({ status: 200, became: 'out' })
    return id
  }
  const find = async (id: number, person = loa.as.editor) => {
    const { bulletins } = await person.ask('GET', '/urgent')
    return bulletins.find((one: { id: number }) => one.id === id)
  }
  const page = async (path = '/t/chip') => (await fetch(loa.url + path)).text()

  test('go to every channel and page with the second yes, and to none with the first', async () => {
    const citizen = createCitizen(loa, `71000${people++}`)
    const id = await ask({ link: 'https://vneid.gov.vn/tin' })
    expect(await find(id)).toMatchObject({ standing: 'waiting', wanted: 2, lacking: 0 })
    expect(await act(loa.as.approver, id, 'approve')).toEqual({ status: 200, became: 'counted' })
    expect(await find(id)).toMatchObject({ wanted: 1, approvers: [NAMES.approver] })
    await citizen.ask('chip câu hỏi số 1')
    expect(citizen.heard()).not.toContain(TEXT)
    expect(await page()).not.toContain(TEXT)

    expect(await act(second, id, 'approve')).toEqual({ status: 200, became: 'out' })
    await citizen.ask('chip câu hỏi số 2')
    expect(citizen.heard()).toContain(TEXT)
    expect(citizen.heard()).toContain('https://vneid.gov.vn/tin')
    expect(await page()).toContain(TEXT)
    expect(await page('/g/start')).toContain(TEXT)

    expect(await act(loa.as.admin, id, 'end', { reason: 'đã xong' })).toMatchObject({ status: 200 })
    expect(await page()).not.toContain(TEXT)
    expect(await find(id)).toMatchObject({
      standing: 'ended',
      closedBy: NAMES.admin,
      reason: 'đã xong',
    })
  })

  test('stand in the place of one answer alone', async () => {
    const citizen = createCitizen(loa, `71000${people++}`)
    await letOut({ topic: 'chip' })
    await citizen.ask('chip câu hỏi số 1')
    expect(citizen.heard()).toContain(HEAD)
    expect(citizen.heard()).not.toContain('Chip không theo dõi ai')
    expect(await page()).not.toContain('Chip không theo dõi ai')
    expect(await page('/t/app')).not.toContain(TEXT)
  })

  test('end by themselves, without anyone looking', async () => {
    const endsAt = Date.now() + 4_000
    const id = await letOut({ endsAt })
    expect(await page()).toContain(TEXT)
    await until('its end', async () => !(await page()).includes(TEXT))
    expect(Date.now()).toBeGreaterThanOrEqual(endsAt)
    expect(await find(id)).toMatchObject({ standing: 'over', closedAt: null })
  })

  test('the author’s own yes is refused, whoever they are, and nobody’s counts twice', async () => {
    const id = await ask({}, second)
    expect(await act(second, id, 'approve')).toMatchObject({ status: 409, code: 'own' })
    await act(loa.as.approver, id, 'approve')
    expect(await act(loa.as.approver, id, 'approve')).toMatchObject({ status: 409, code: 'twice' })
    expect(await page()).not.toContain(TEXT)
    const byAdmin = await ask({}, loa.as.admin)
    expect(await act(loa.as.admin, byAdmin, 'approve')).toMatchObject({ status: 409, code: 'own' })
  })

  test('two yeses at the same moment let it out once', async () => {
    const id = await ask()
    const both = await Promise.all([
      act(loa.as.approver, id, 'approve'),
      act(second, id, 'approve'),
    ])
    expect(both.map(({ became }) => became).sort()).toEqual(['counted', 'out'])
    expect(await page()).toContain(TEXT)
  })

  test('one no is enough, by any approver; the author takes it back, nobody else does', async () => {
    const id = await ask()
    await act(loa.as.approver, id, 'approve')
    expect((await act(second, id, 'withdraw')).status).toBe(409)
    expect((await act(second, id, 'reject', { reason: 'sai giờ' })).status).toBe(200)
    expect((await act(loa.as.admin, id, 'approve')).status).toBe(409)
    expect(await find(id)).toMatchObject({ standing: 'rejected', reason: 'sai giờ' })
    const own = await ask()
    expect((await act(loa.as.editor, own, 'withdraw')).status).toBe(200)
    expect(await find(own)).toMatchObject({ standing: 'withdrawn' })
    expect((await act(loa.as.approver, own, 'reject')).status).toBe(409)
  })

  test('viewers write nothing, and editors let nothing out and end nothing', async () => {
    expect((await loa.as.viewer.call('POST', '/urgent', form())).status).toBe(403)
    expect((await loa.as.viewer.call('POST', '/urgent/preview', form())).status).toBe(403)
    const id = await ask()
    const another = await joinConsole(loa, 'Biên Tập Hai', 'editor')
    for (const person of [loa.as.viewer, loa.as.editor, another]) {
      for (const action of ['approve', 'reject', 'end']) {
        expect([action, (await act(person, id, action)).status]).toEqual([action, 403])
      }
    }
    expect((await act(loa.as.viewer, id, 'withdraw')).status).toBe(403)
    expect(await find(id, loa.as.viewer)).toMatchObject({ standing: 'waiting', mayApprove: false })
  })

  test('whoever approves is told on the first screen, until they have', async () => {
    const id = await ask()
    const told = async (person: ConsoleClient) => {
      const { awaiting } = await person.ask('GET', '/home')
      return awaiting.filter(({ to }: { to: string }) => to === '/urgent')
    }
    expect(await told(second)).toEqual([
      { text: 'đính chính khẩn chờ bạn duyệt', count: 1, to: '/urgent', isUrgent: true },
    ])
    expect(await told(loa.as.editor)).toEqual([])
    await act(second, id, 'approve')
    expect(await told(second)).toEqual([])
    expect(await told(loa.as.approver)).toHaveLength(1)
  })

  test('every act stands in the trail, with who wrote what', async () => {
    const first = await letOut()
    const id = await letOut({ text: 'Tin mới hơn.' })
    expect(await find(first)).toMatchObject({ standing: 'ended', reason: `thay bằng số ${id}` })
    await act(loa.as.admin, id, 'end', { reason: 'xong' })
    await act(second, await ask(), 'reject')
    await act(loa.as.editor, await ask(), 'withdraw')
    const { entries } = await loa.as.admin.ask('GET', '/audit?action=urgent')
    const lines = entries
      .slice(0, 10)
      .map((one: { action: string; accountName: string; detail: string }) => [
        ...[one.action, one.accountName, one.detail],
      ])
    expect(lines).toEqual([
      ['urgent.withdraw', NAMES.editor, ''],
      ['urgent.ask', NAMES.editor, TEXT],
      ['urgent.reject', 'Lê Duyệt Hai', ''],
      ['urgent.ask', NAMES.editor, TEXT],
      ['urgent.end', NAMES.admin, 'xong'],
      ['urgent.publish', 'Lê Duyệt Hai', `người viết: ${NAMES.editor}; thay số ${first}`],
      ['urgent.approve', NAMES.approver, `người viết: ${NAMES.editor}`],
      ['urgent.ask', NAMES.editor, 'Tin mới hơn.'],
      ['urgent.publish', 'Lê Duyệt Hai', `người viết: ${NAMES.editor}`],
      ['urgent.approve', NAMES.approver, `người viết: ${NAMES.editor}`],
    ])
  })

  test.each([
    ['nothing', { text: '  ' }, 'text', /viết thông báo/],
    ['too much', { text: 'a'.repeat(301) }, 'text', /301 ký tự/],
    ['a question for a code', { text: 'Bác gửi mã OTP cho Loa nhé' }, 'text', /OTP/],
    ['a strange address', { text: 'Xem vneid-gov.vn.top nhé' }, 'text', /vneid-gov\.vn\.top/],
    ['a strange link', { link: 'https://example.com' }, 'link', /example\.com/],
    ['a link without https', { link: 'http://vneid.gov.vn' }, 'link', /https/],
    ['a script as link', { link: 'javascript:alert(1)' }, 'link', /không phải https/],
    ['no entry', { topic: 'nothing' }, 'topic', /đang dùng/],
    ['a time that is over', { endsAt: 1_000 }, 'endsAt', /sau bây giờ/],
    ['a month', { endsAt: Date.now() + 30 * DAY_MS }, 'endsAt', /14 ngày/],
  ])('%s is refused in words, and told as one types', async (_, change, field, why) => {
    const refused = await loa.as.editor.call('POST', '/urgent', form(change))
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ code: field, message: expect.stringMatching(why) })
    const { problems } = await loa.as.editor.ask('POST', '/urgent/preview', form(change))
    const told = { field, message: expect.stringMatching(why) }
    // What is not written yet is no mistake.
    expect(problems).toEqual('text' in change && change.text.trim() === '' ? [] : [told])
  })

  test('are shown as every channel will show them, before and after they are asked for', async () => {
    await letOut({ text: 'Thông báo đang ghim.' })
    const change = { topic: 'chip', link: 'https://vneid.gov.vn/tin' }
    const { preview, problems } = await loa.as.editor.ask('POST', '/urgent/preview', form(change))
    expect(problems).toEqual([])
    expect(Object.keys(preview.replies).sort()).toEqual(['messenger', 'web', 'zalo', 'zalo-bot'])
    for (const { messages } of Object.values(preview.replies) as {
      messages: { text: string }[]
    }[]) {
      const told = messages.map(({ text }) => text).join('\n')
      expect(told).toMatch(
        /Thông báo đang ghim\.\n\nThông báo chính thức, hết hiệu lực lúc .*:\nSáng/,
      )
      expect(told).not.toContain('Chip không theo dõi ai')
    }
    const id = await ask(change)
    const later = await loa.as.viewer.ask('GET', `/urgent/${id}/preview`)
    expect(Object.keys(later.preview.replies)).toHaveLength(4)
    const hidden = await loa.as.editor.ask('POST', '/urgent/preview', form({ topic: '-' }))
    expect(hidden.preview).toBeNull()
  })
})

describe('a house without enough people', () => {
  let loa: SmallConsole
  beforeAll(async () => {
    loa = await openSmallConsole(ALONE)
  })
  afterAll(() => loa.close())

  test('is told who is lacking, and nothing goes out', async () => {
    const bulletin = { text: TEXT, link: null, topic: null, endsAt: Date.now() + DAY_MS }
    const lacking = async (person: ConsoleClient) => (await person.ask('GET', '/urgent')).lacking
    expect([await lacking(loa.as.approver), await lacking(loa.as.admin)]).toEqual([1, 1])
    const refused = await loa.as.approver.call('POST', '/urgent', bulletin)
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      code: 'lacking',
      message: expect.stringMatching(/2 người khác có quyền duyệt, hiện có 1/),
    })

    // An editor has two others, until one of them is locked.
    expect(await lacking(loa.as.editor)).toBe(0)
    const { id } = await loa.as.editor.ask('POST', '/urgent', bulletin)
    await loa.as.approver.ask('POST', `/urgent/${id}/approve`)
    const { people } = await loa.as.admin.ask('GET', '/people')
    const { id: locked } = people.find(({ name }: { name: string }) => name === NAMES.approver)
    await loa.as.admin.ask('PUT', `/people/${locked}/lock`)
    const { became } = await loa.as.admin.ask('POST', `/urgent/${id}/approve`)
    expect(became).toBe('counted')
    const { bulletins } = await loa.as.editor.ask('GET', '/urgent')
    expect(bulletins[0]).toMatchObject({ standing: 'waiting', wanted: 1, lacking: 1 })
    expect(await (await fetch(`${loa.url}/t/chip`)).text()).not.toContain(TEXT)
  })
})
