import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toIntents } from '../../src/bot/load-content'
import { readContent } from '../../src/cli/read-content'
import { newTopicText } from '../../src/knowledge/edit-topic'
import { readTopicForm } from '../../src/knowledge/topic-form'
import { ConsoleClient, PASSWORD, secretOf } from '../../tests/console/console-client'
import { spawnProgram } from '../../tests/e2e/spawn-program'
import { varyIntents } from '../matching/vary-intents'

/** Entries beside the campaign's own. */
const ENTRIES = 5_000
/** How often each call is timed; the middle is told. */
const RUNS = 15

/**
 * Measures the console over a knowledge base of five thousand entries, in the built
 * program: how long its calls take at the server.
 */
export async function measureConsole(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loa-console-'))
  writeKnowledge(folder)
  const begun = performance.now()
  const program = await spawnProgram({
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'loa.db')}`,
    LOG_LEVEL: 'error',
    KNOWLEDGE_DIR: join(folder, 'knowledge'),
    FLOWS_DIR: join(folder, 'flows'),
  })
  tell('start: read, check, learn, publish', performance.now() - begun)
  try {
    await measureCalls(program.url, secretOf(program.told))
  } finally {
    await program.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureCalls(url: string, secret: string): Promise<void> {
  const client = new ConsoleClient(url)
  const name = { name: 'Đo', email: 'do@loa.example' }
  await client.ask('POST', '/link', { secret, password: PASSWORD, ...name })
  const time = async (what: string, call: () => Promise<unknown>, runs = RUNS) => {
    const times: number[] = []
    for (let run = 0; run < runs; run++) {
      const from = performance.now()
      await call()
      times.push(performance.now() - from)
    }
    const [first = 0] = times
    times.sort((a, b) => a - b)
    tell(`${what}: first`, first)
    if (runs > 1) tell(`${what}: median of ${runs}`, times[runs >> 1] ?? 0)
  }
  await time('list', () => client.ask('GET', '/answers'))
  await time('list, searched', () => client.ask('GET', '/answers?search=theo%20doi%20chip'))
  await time('choices', () => client.ask('GET', '/answers/choices'))
  await time('one entry', () => client.ask('GET', '/answers/entries/chip-no-tracking'))
  const ask = { text: 'chip co theo doi mk ko', channel: 'web' }
  await time('try on what is served', () => client.ask('POST', '/answers/ask', ask))
  const { published } = await client.ask('GET', '/answers/entries/chip-no-tracking')
  const { form } = published
  const id = 'chip-no-tracking'
  await time('preview', () => client.ask('POST', '/answers/preview', { id, form }))
  await time('check as one types', () => client.ask('POST', '/answers/check', { id, form }))
  const words = { ...form, answer: { ...form.answer, short: 'Không theo dõi ai.' } }
  const draft = { id, form: words, ...ask }
  await time('try on a draft with new words', () => client.ask('POST', '/answers/ask-draft', draft))
  const learned = { ...form, examples: [...form.examples, 'chip rình tôi à'] }
  await time(
    'try on a draft with a new example',
    () => client.ask('POST', '/answers/ask-draft', { id, form: learned, ...ask }),
    3,
  )
}

function writeKnowledge(folder: string): void {
  cpSync('knowledge', join(folder, 'knowledge'), { recursive: true })
  cpSync('flows', join(folder, 'flows'), { recursive: true })
  const topics = join(folder, 'knowledge', 'topics')
  mkdirSync(topics, { recursive: true })
  const form = readTopicForm(readFileSync(join(topics, 'chip-no-tracking.yaml'), 'utf8'))
  const intents = toIntents(readContent(Date.now()).knowledge).filter(({ outside }) => !outside)
  for (const [number, { id, examples }] of varyIntents(intents, ENTRIES).entries()) {
    const [question = '', ...others] = examples.map((text) => `${text} ${number}`.slice(-110))
    const text = newTopicText(`${id}-v`, {
      ...form,
      label: `Mục ${number}`,
      question,
      examples: others,
      buttons: [],
    })
    writeFileSync(join(topics, `${id}-v.yaml`), text)
  }
}

function tell(what: string, ms: number): void {
  console.log(`${what.padEnd(48)} ${ms.toFixed(0).padStart(8)} ms`)
}
