import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMap, isSeq, parseDocument, stringify } from 'yaml'
import type { Content } from '../bot/content'
import type { ConversationReply } from '../rehearsal/conversation'
import {
  beginRehearsal,
  EXPECTED,
  type GoldenTurn,
  playConversation,
  readConversation,
} from '../rehearsal/golden-conversation'
import { CommandError, runCommand } from './command-error'
import { eraseConversation, showReceipt } from './erase-conversation'
import { readContent } from './read-content'
import { readLines } from './read-lines'
import { toTerminalText } from './to-terminal-text'

const USAGE = `npm run conversation -- record FILE --title "…"   a chat in the terminal becomes a golden conversation
npm run conversation -- update [FILE …]           golden conversations expect what the bot does now
npm run conversation -- erase CONVERSATION        erases a person's conversation, CHANNEL:ACCOUNT:PERSON
npm run conversation -- receipt CODE              what was erased under that code`

const FOLDER = 'tests/conversations'
const HELP =
  'Gõ lời người dân. "/bấm Tên nút" bấm nút, "/gửi image" gửi ảnh, "/chờ 26h" để thời gian trôi, Ctrl+D là hết.'

/**
 * `npm run conversation -- record FILE --title "…"`: turns a chat in the terminal into a golden conversation.
 * `npm run conversation -- update [FILE …]`: rewrites what the files expect to what the bot does now, for review.
 * `npm run conversation -- erase CONVERSATION`, `receipt CODE`: see {@link eraseConversation}.
 */
async function conversation(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      at: { type: 'string', default: '2026-11-24T09:00:00+07:00' },
    },
  })
  const [action, ...files] = positionals
  const [file] = files
  if (action === 'record' && file && values.title) {
    return record(file, { title: values.title, at: values.at })
  }
  if (action === 'erase' && file && files.length === 1) return eraseConversation(file)
  if (action === 'receipt' && file && files.length === 1) return showReceipt(file)
  if (action === 'update') return update(files.length > 0 ? files : goldenFiles())
  throw new CommandError(USAGE)
}

async function record(file: string, head: { title: string; at: string }): Promise<void> {
  if (Number.isNaN(Date.parse(head.at))) {
    throw new CommandError(`not a time: ${head.at}; write for example 2026-11-24T09:00:00+07:00`)
  }
  const rehearsal = beginRehearsal(readContent(Date.parse(head.at)), head.at)
  const turns: Record<string, unknown>[] = []
  process.stdout.write(`${HELP}\n\n> `)
  for await (const line of readLines()) {
    const asked = toTurn(line)
    try {
      const reply = await rehearsal.play({ ...asked, says: [], silent_about: [] })
      turns.push({ ...asked, ...(reply ? toExpected(reply) : {}) })
      if (reply) process.stdout.write(`\n${toTerminalText(reply)}\n`)
    } catch (error) {
      process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    }
    process.stdout.write('\n> ')
  }
  if (turns.length === 0) throw new CommandError('nothing was said: nothing is written')
  writeFileSync(file, stringify({ ...head, turns }, { lineWidth: 100 }), { flag: 'wx' })
  process.stdout.write(`\n${file}: ${turns.length} lượt\n`)
}

function toTurn(line: string): Pick<GoldenTurn, 'said' | 'pressed' | 'sent' | 'wait'> {
  const [, command, rest = ''] = /^\/(\S+)\s*(.*)$/.exec(line) ?? []
  switch (command) {
    case 'bấm':
      return { pressed: rest }
    case 'gửi':
      return { sent: rest }
    case 'chờ':
      return { wait: rest }
    default:
      return { said: line }
  }
}

function toExpected({ outcome }: ConversationReply): Record<string, unknown> {
  const told = EXPECTED.map((key) => [key, outcome?.[key] ?? null] as const)
  return Object.fromEntries(told.filter(([, value]) => value !== null))
}

function goldenFiles(): string[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))
  return names.map((name) => join(FOLDER, name))
}

async function update(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const golden = readConversation(text)
    const updated = await toUpdated(text, readContent(Date.parse(golden.at)))
    if (updated !== text) writeFileSync(file, updated)
    process.stdout.write(
      `${file}: ${updated === text ? 'như cũ' : 'đã sửa, xem lại bằng git diff'}\n`,
    )
  }
}

/** The file with what it expects set to what the bot does. What it does not expect stays unsaid, and comments stay. */
async function toUpdated(text: string, content: Content): Promise<string> {
  const document = parseDocument(text)
  const turns = document.get('turns')
  let isChanged = false
  for await (const { index, turn, reply } of playConversation(readConversation(text), content)) {
    const node = isSeq(turns) ? turns.get(index) : undefined
    if (!isMap(node)) continue
    for (const key of EXPECTED) {
      const now = reply.outcome?.[key] ?? null
      if (turn[key] === undefined || turn[key] === now) continue
      node.set(key, now)
      isChanged = true
    }
  }
  return isChanged ? document.toString({ lineWidth: 0 }) : text
}

runCommand(conversation)
