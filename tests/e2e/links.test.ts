import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { readPng, readQr } from '../share/kit/read-picture'
import { messengerReferral, messengerText, messengerWebhook } from '../stand-ins/messenger-webhooks'
import { deliver } from '../stand-ins/webhook-call'
import { zaloText, zaloWebhook } from '../stand-ins/zalo-webhooks'
import { browserProblem, startBrowser } from './browser'
import { SECRETS, startProgram } from './start-program'
import { until } from './until'

const testInChromium = browserProblem === null ? test : test.skip
const PERSON =
  'Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 Chrome/124 Mobile Safari/537.36'
const UNIT = 'Nơi đến: Công an phường Mẫu, số 1 phố Mẫu.'

jest.setTimeout(240_000)

let folder: string
let program: Awaited<ReturnType<typeof startProgram>>
const file = (name: string) => join(folder, name)
const write = (name: string, text: string) => {
  writeFileSync(`${file(name)}~`, text)
  renameSync(`${file(name)}~`, file(name))
}
const add = (name: string, edit: (text: string) => string) =>
  write(name, edit(readFileSync(file(name), 'utf8')))

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loa-links-'))
  cpSync('knowledge', folder, { recursive: true })
  add(
    'settings.yaml',
    (text) =>
      `${text}\nchannels: {zalo: 'https://zalo.me/579745863508352884', messenger: 'https://m.me/loa.thudo'}\n`,
  )
  add('units.yaml', (text) =>
    text.replace(
      'units: []',
      'units:\n  - {code: phuong-mau, name: Phường Mẫu, office: Công an phường Mẫu, address: số 1 phố Mẫu, hours: cả sáng thứ Bảy}',
    ),
  )
  program = await startProgram({ KNOWLEDGE_DIR: folder })
})
afterAll(async () => {
  await program.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  program.messenger.received.length = 0
  program.zalo.received.length = 0
})

const open = (path: string) =>
  fetch(program.url + path, {
    redirect: 'manual',
    headers: { accept: 'text/html', 'user-agent': PERSON },
  })

let messages = 0
/** What Messenger was sent after someone wrote there, or came by a link. */
async function onMessenger(
  person: string,
  said: { text: string } | { ref: string },
): Promise<string> {
  const before = program.messenger.received.length
  messages += 1
  const item =
    'text' in said
      ? messengerText(said.text, { mid: `m_${messages}`, person })
      : messengerReferral(
          { ref: said.ref, source: 'SHORTLINK' },
          { person, timestamp: 1_790_000_000_000 + messages },
        )
  await deliver(`${program.url}/webhooks/messenger`, messengerWebhook([item], SECRETS.appSecret))
  await until('the reply', () => program.messenger.received.length > before)
  // What one turn says leaves in a row.
  await new Promise((resolve) => setTimeout(resolve, 300))
  return program.messenger.received
    .slice(before)
    .map(({ body }) => JSON.stringify(body.message))
    .join('\n')
}

/** Asks for a code in the middle of a guide. */
async function askForCode(person: string): Promise<string> {
  const given = await onMessenger(person, { text: 'tiếp tục nơi khác' })
  return /: ([A-Z]{6})\\n/.exec(given)?.[1] ?? ''
}

type CountRow = { target: string; unit: string; place: string; event: string; count: number }
function readCounts(): CountRow[] {
  const database = new Database(program.databasePath, { readonly: true })
  const rows = database.prepare('select target, unit, place, event, count from link_counts').all()
  database.close()
  return rows as CountRow[] // as the statement names them
}
const countOf = (event: string, target: string) =>
  readCounts().find((row) => row.event === event && row.target === target)

describe('a conversation that begins from a link', () => {
  test('opens its topic with where to go in its unit, and counts to it', async () => {
    const reply = await onMessenger('3100001', { ref: 't_register-where_phuong-mau_poster' })
    expect(reply).toContain(UNIT)
    const later = await onMessenger('3100001', { text: 'chip có theo dõi mình không' })
    expect(later).not.toContain(UNIT)
    expect(await onMessenger('3100001', { text: 'cho tôi gặp người thật' })).toContain(`- ${UNIT}`)
    expect(countOf('asked', 'register-where')).toMatchObject({
      unit: 'phuong-mau',
      place: 'poster',
      count: 2,
    })
  })

  test('begins its guide, and counts that it was begun and ended', async () => {
    const reply = await onMessenger('3100002', { ref: 'g_fix-otp_phuong-mau' })
    expect(reply).toContain('Bước 1/')
    for (const text of ['Đúng SIM này', 'Có đổ chuông', 'xong', 'Mã về rồi'])
      await onMessenger('3100002', { text })
    expect(countOf('started', 'fix-otp')).toMatchObject({ unit: 'phuong-mau', count: 1 })
    expect(countOf('finished', 'fix-otp')?.count).toBe(1)
  })

  test.each(['t_register-where_nowhere', 't_register-where'])(
    'tells no place of a unit that is not known: %s',
    async (ref) => {
      const reply = await onMessenger(`32${ref.length}`, { ref })
      expect(reply).not.toContain('Nơi đến:')
    },
  )

  test('shows the menu where the link is none of ours', async () => {
    expect(await onMessenger('3100004', { ref: 'x_nothing' })).toContain('Bác muốn hỏi việc gì')
  })

  test('begins on Zalo by the code that the page shows', async () => {
    const page = await (await open('/t/chip-no-tracking?u=phuong-mau')).text()
    const [, code = ''] = /class="code">([A-Z]{5})</.exec(page) ?? []
    const again = await (await open('/t/chip-no-tracking?u=phuong-mau')).text()
    expect(again).toContain(`>${code}<`)
    const signer = { appId: SECRETS.appId, oaSecret: SECRETS.oaSecret }
    const text = `Mã ${code.toLowerCase()}`
    const call = zaloWebhook(zaloText(text, { msgId: 'z_code', person: '435' }), signer)
    await deliver(`${program.url}/webhooks/zalo`, call)
    await until('the reply', () => program.zalo.received.length > 0)
    const reply = JSON.stringify(program.zalo.received[0]?.body)
    expect(reply).toContain('1579-CV')
    expect(reply).toContain(UNIT)
  })
})

describe('the chat itself', () => {
  testInChromium('is opened by a paper of a unit, and counts for it', async () => {
    const browser = await startBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
      await page.goto(`${program.url}/?u=phuong-mau&l=poster`)
      const bubbles = page.locator('.message-bubble')
      await bubbles.first().waitFor()
      expect(new URL(page.url()).search).toBe('')
      await page.getByRole('textbox').click()
      await page.keyboard.type('chip có theo dõi mình không')
      await page.keyboard.press('Enter')
      await bubbles.filter({ hasText: '1579-CV' }).first().waitFor()
      expect(readCounts()).toContainEqual(
        expect.objectContaining({ unit: 'phuong-mau', place: 'poster', event: 'asked', count: 1 }),
      )
    } finally {
      await browser.close()
    }
  })
})

describe('a guide', () => {
  testInChromium('is taken from the web to Messenger at its step, once', async () => {
    const browser = await startBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' })
      await page.goto(`${program.url}/g/activate-account?u=phuong-mau`)
      await page.getByRole('link', { name: 'Làm từng bước cùng Loa' }).click()
      const bubbles = page.locator('.message-bubble')
      await bubbles.filter({ hasText: 'Bước 1/' }).waitFor()
      expect(new URL(page.url()).search).toBe('')
      const say = async (text: string, answer: string) => {
        await page.getByRole('textbox').click()
        await page.keyboard.type(text)
        await page.keyboard.press('Enter')
        await bubbles.filter({ hasText: answer }).first().waitFor()
      }
      await say('Đã được duyệt', 'Bước 2/')
      await say('xong rồi', 'Bước 3/')
      await say('tiếp tục nơi khác', 'Mã làm tiếp của bác')
      const given = await bubbles.filter({ hasText: 'Mã làm tiếp của bác' }).first().textContent()
      const [, code = ''] = /: ([A-Z]{6})\s/.exec(given ?? '') ?? []
      const step = await bubbles.filter({ hasText: 'Bước 3/' }).first().textContent()
      const kiosk = await browser.newPage()
      await kiosk.goto(`${program.url}/c/${code}`)
      const qr = kiosk.locator('.qr')
      const { width, height } = (await qr.boundingBox()) ?? { width: 0, height: 0 }
      const scanned = readQr(await readPng(await qr.screenshot(), width, height))
      expect(new URL(scanned ?? '').pathname).toBe(`/c/${code}`)

      const taken = await onMessenger('3100010', { text: code.toLowerCase() })
      expect(taken).toContain(JSON.stringify(step?.split('\n')[0]).slice(1, -1))
      expect(taken).toContain('Kích hoạt tài khoản định danh điện tử trên VNeID')
      expect(await onMessenger('3100010', { text: 'xong rồi' })).toContain('Bước 4/')
      expect(await onMessenger('3100011', { text: code })).toContain('Mã này không dùng được')
      // The person at the web goes on as well.
      await say('xong rồi', 'Bước 4/')
      await page.reload()
      await bubbles.filter({ hasText: 'Bước 4/' }).first().waitFor()
      expect(await bubbles.filter({ hasText: 'Bước 1/' }).count()).toBe(1)
    } finally {
      await browser.close()
    }
  })

  test('is taken up with the troubleshooter on top of it, and comes back to the guide below', async () => {
    await onMessenger('3100021', { ref: 'g_activate-account' })
    for (const text of ['Đã được duyệt', 'xong', 'xong', 'xong', 'Không thấy mã']) {
      await onMessenger('3100021', { text })
    }
    const code = await askForCode('3100021')
    const taken = await onMessenger('3100022', { ref: `c_${code}` })
    expect(taken).toContain('Bước 1/')
    expect(taken).toContain('SIM')
    expect(await onMessenger('3100022', { text: 'quay lại' })).toContain('mã OTP')
  })

  test('carries choices, which its steps need, and nothing that was typed', async () => {
    await onMessenger('3100023', { ref: 'g_register-level-1' })
    for (const text of ['cho sắp nhỏ', 'bé chưa làm căn cước', '9'])
      await onMessenger('3100023', { text })
    await askForCode('3100023')
    const database = new Database(program.databasePath, { readonly: true })
    const rows = database.prepare('select guides from carried_guides').all() as { guides: string }[]
    database.close()
    const kept =
      rows.map(({ guides }) => guides).find((one) => one.includes('register-level-1')) ?? ''
    const [{ position }] = JSON.parse(kept)
    expect(position.trail.map((walked: { step: string }) => walked.step)).toEqual([
      'who',
      'child',
      'child-no-card',
    ])
    expect(position.trail[0].answer).toBe('child')
    expect(position.trail[2]).toEqual({ step: 'child-no-card' })
  })

  test('is not found by guessing', async () => {
    const guesses = ['BCFGHJ', 'BCFGHK', 'BCFGHL', 'BCFGHM', 'BCFGHN']
    for (const text of guesses)
      expect(await onMessenger('3100030', { text })).toContain('Mã này không dùng được')
    expect(await onMessenger('3100030', { text: 'BCFGHP' })).toContain('gõ sai mã nhiều lần')
    expect(await onMessenger('3100030', { text: 'chip có theo dõi mình không' })).toContain(
      '1579-CV',
    )
  })

  test('that is not there cannot be carried, which is told', async () => {
    expect(await onMessenger('3100031', { text: 'tiếp tục nơi khác' })).toContain(
      'đang không làm hướng dẫn nào',
    )
  })
})

describe('while the program runs', () => {
  const problems = async () =>
    ((await (await fetch(`${program.url}/readyz`)).json()) as { knowledge: { problems: string[] } })
      .knowledge.problems

  test('an entry that goes without a word is kept, one that is renamed leads on', async () => {
    renameSync(file('topics/qr-fields.yaml'), file('topics/qr-seven.yaml'))
    await until('the refusal', async () => (await problems()).length > 0, 90_000)
    expect((await open('/t/qr-fields')).status).toBe(200)

    add('topics/qr-seven.yaml', (text) => text.replace('id: qr-fields', 'id: qr-seven'))
    await until(
      'word of the redirect',
      async () => (await problems()).some((line) => line.includes('mục "qr-fields" đã đăng')),
      90_000,
    )
    for (const { name, text } of readAll()) {
      if (text.includes('topic: qr-fields'))
        write(name, text.replaceAll('topic: qr-fields', 'topic: qr-seven'))
    }
    add('redirects.yaml', (text) =>
      text.replace(/^\[\]$/m, '- {topic: qr-fields, to: qr-seven, on: 2026-11-25}'),
    )
    // Learning takes seconds, in the tests in this very process: a call that waits may be cut off.
    await until(
      'the redirect',
      async () => {
        const answer = await open('/t/qr-fields').catch(() => undefined)
        return answer?.status === 301
      },
      90_000,
    )
    expect((await open('/t/qr-fields')).headers.get('location')).toBe('/t/qr-seven?old=qr-fields')
    expect(await onMessenger('3100040', { ref: 'qr-fields' })).toContain('QR')
    expect(await onMessenger('3100040', { ref: 't_qr-fields_phuong-mau' })).toContain(UNIT)
  })

  function readAll() {
    const names = readdirSync(file('topics')).filter((name) => name.endsWith('.yaml'))
    return [...names.map((name) => `topics/${name}`), 'messenger.yaml'].map((name) => ({
      name,
      text: readFileSync(file(name), 'utf8'),
    }))
  }
})
