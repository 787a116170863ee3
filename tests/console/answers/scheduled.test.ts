import { until } from '../../e2e/until'
import { openSmallConsole, type SmallConsole, saveDraft } from './small-console'

jest.setTimeout(120_000)

describe('a draft with a time', () => {
  let loa: SmallConsole

  beforeEach(async () => {
    loa = await openSmallConsole()
  })
  afterEach(() => loa.close())

  async function schedule(label: string, at: number) {
    const { draft } = await saveDraft(loa.as.editor, 'app', { label })
    const { draft: waiting } = await loa.as.editor.ask(
      'POST',
      '/answers/entries/app/draft/submit',
      {
        version: draft.version,
        publishAt: at,
      },
    )
    return loa.as.approver.ask('POST', '/answers/entries/app/draft/publish', {
      version: waiting.version,
    })
  }

  test('is published at that time, once it is approved', async () => {
    const { outcome } = await schedule('Tải VNeID', Date.now() + 3_000)
    expect(outcome).toBe('scheduled')
    const { rows } = await loa.as.viewer.ask('GET', '/answers?state=scheduled')
    expect(rows).toMatchObject([{ id: 'app', draft: { state: 'scheduled' } }])
    expect(loa.fileOf('app').read()).toContain('label: Tải ứng dụng')
    await until('its time', () => loa.fileOf('app').read().includes('label: Tải VNeID'))
    const { draft } = await loa.as.viewer.ask('GET', '/answers/entries/app')
    expect(draft).toBeNull()
  })

  test('goes back to its author with the reason where the entry was edited meanwhile', async () => {
    await schedule('Tải VNeID', Date.now() + 4_000)
    const file = loa.fileOf('app')
    file.write(file.read().replace('App Store hoặc CH Play', 'App Store và CH Play'))
    const read = async () => (await loa.as.viewer.ask('GET', '/answers/entries/app')).draft
    await until('its time', async () => (await read()).state === 'draft')
    expect((await read()).problem).toMatch(/đã được người khác sửa/)
    expect(file.read()).toContain('App Store và CH Play')
    expect(file.read()).toContain('label: Tải ứng dụng')
  })
})
