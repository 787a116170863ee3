import type { Choice, FlowStep } from '../flows/flow'
import { readTyped } from '../flows/read-typed'
import type { FlowInput } from '../flows/step-flow'
import type { Command, Commands } from '../knowledge/commands'
import type { Understanding } from '../matching/create-matcher'
import type { PhraseLikeness, PhraseReader } from '../matching/phrase-reader'
import { fold } from '../text/fold'
import type { ChatState } from './chat-state'
import { type ButtonCommand, type Payload, parsePayload } from './payload'

/** What a message was taken to want. */
export type Meaning =
  | { kind: 'flow-input'; input: FlowInput | { do: 'again' } }
  | { kind: 'command'; command: ButtonCommand | 'erase' | 'share' | 'unresolved' }
  | { kind: 'begin-flow'; flow: string }
  | { kind: 'topic'; topic: string; pressed: boolean }
  | { kind: 'step-button'; payload: Extract<Payload, { kind: 'step' }> }
  | { kind: 'rating'; topic: string; useful: boolean }
  | { kind: 'stale' }
  | { kind: 'clarify' }
  | { kind: 'none' }

/** What a message is read against. */
export type Reading = {
  text: string
  /** The payload of a pressed button, unbelieved. */
  value: unknown
  chat: ChatState
  /** The step shown, where a guide is in progress. */
  step: FlowStep | null
  commands: Commands
  phrases: PhraseReader
  /** Today in Hanoi, `2026-11-25`. */
  today: string
  /** Topics that would say nothing new inside the guide in progress: its own words come before them. */
  quiet: ReadonlySet<string>
  /** What the matcher makes of the text; called only when nothing plainer fits. */
  understand: () => Understanding
}

/** A topic this sure is a question even where a word of the guide stands in it. */
const SURE = 0.85

/**
 * Decides what a message wants, plainest first: a pressed button, a number or the words of a button shown, a command,
 * a choice of the step, a question, and at last words of the guide that stand somewhere in a short message.
 */
export function readMeaning(reading: Reading): Meaning {
  const { text, value, chat, step } = reading
  if (value !== undefined && value !== null && value !== '') {
    const payload = parsePayload(value)
    return payload ? ofPayload(payload) : { kind: 'stale' }
  }
  const typed = step?.ask ? readTyped(step.ask.kind, text, reading.today) : null
  if (typed) return { kind: 'flow-input', input: { do: 'enter', ...typed } }
  const offer = chosenOffer(text, chat)
  const offered = offer === null ? null : parsePayload(offer)
  if (offered) return ofPayload(offered)

  const choice = step ? readChoice(reading, step) : null
  const said = readCommand(reading)
  // Where a step has no "done", "được duyệt rồi" is an answer to its question and no "được rồi".
  const command = said?.command === 'next' && choice && !step?.next ? null : said
  if (choice?.likeness === 'same') return choose(choice.choice)
  if (command?.likeness === 'same') return ofCommand(command.command, reading)

  const understanding = reading.understand()
  const [best] = understanding.candidates
  const isQuiet = step !== null && reading.quiet.has(best?.topic ?? '')
  const sure = understanding.kind === 'answer' && (best?.score ?? 0) >= SURE
  if (!sure || isQuiet) {
    if (choice?.likeness === 'begins') return choose(choice.choice)
    if (command?.likeness === 'begins') return ofCommand(command.command, reading)
  }
  if (choice && isQuiet) return choose(choice.choice)
  if (understanding.kind === 'answer' && best) {
    return { kind: 'topic', topic: best.topic, pressed: false }
  }
  if (choice) return choose(choice.choice)
  if (command) return ofCommand(command.command, reading)
  return { kind: understanding.kind === 'clarify' ? 'clarify' : 'none' }
}

function ofPayload(payload: Payload): Meaning {
  switch (payload.kind) {
    case 'topic':
      return { kind: 'topic', topic: payload.topic, pressed: true }
    case 'flow':
      return { kind: 'begin-flow', flow: payload.flow }
    case 'command':
      return { kind: 'command', command: payload.command }
    case 'step':
      return { kind: 'step-button', payload }
    case 'rating':
      return payload
  }
}

/** The payload of the button that a number or its title names. */
function chosenOffer(text: string, { offered }: ChatState): string | null {
  const plain = fold(text)
    .replace(/[.!?)]+$/, '')
    .trim()
  const [, number] = /^(?:so |cau |chon )?(\d{1,2})$/.exec(plain) ?? []
  if (number) return offered[Number(number) - 1]?.payload ?? null
  return offered.find(({ title }) => fold(title) === plain)?.payload ?? null
}

type Read<Key extends string, Value> = { likeness: PhraseLikeness } & Record<Key, Value>

const CLOSENESS: Readonly<Record<PhraseLikeness, number>> = { same: 3, begins: 2, holds: 1 }

/** Words that make "rồi sao chưa thấy mã" a question, and "nhập rồi nó báo lỗi" a trouble: neither is a "done". */
const NOT_DONE =
  /\b(sao|khong|ko|k|chua|dau|gi|nao|bao|may|hong|hok|hay|the nao|loi|sai|quen|bi|nham|lon)\b/

function readCommand({
  text,
  commands,
  phrases,
  step,
  chat,
}: Reading): Read<'command', Command> | null {
  const said = phrases.read(text)
  let closest: Read<'command', Command> | null = null
  for (const command of Object.keys(commands) as Command[]) {
    if (!step && !isForAnywhere(command, chat)) continue
    const likeness = phrases.liken(said, commands[command])
    if (!likeness) continue
    // "Chia sẻ màn hình" is what a swindler wants.
    if (command === 'share' && likeness !== 'same') continue
    // "Hết dung lượng" is no "dừng": a single word ends a guide only where it stands first.
    if (command === 'stop' && likeness === 'holds') {
      const sentences = commands.stop.filter((phrase) => phrase.includes(' '))
      if (!phrases.liken(said, sentences)) continue
    }
    const isGoingOn = command === 'next' || command === 'continue' || command === 'again'
    if (isGoingOn && likeness !== 'same' && NOT_DONE.test(fold(text))) continue
    if (!closest || CLOSENESS[likeness] > CLOSENESS[closest.likeness])
      closest = { command, likeness }
  }
  const exact =
    closest?.likeness === 'same' ||
    closest?.command === 'unresolved' ||
    (closest?.command === 'begin' && closest.likeness === 'begins')
  if (!step && !exact) return null
  return closest
}

/** Commands that mean something where no guide is in progress: "vẫn vậy" only after an answer, "bắt đầu" where a guide was offered. */
function isForAnywhere(command: Command, { topic, offered }: ChatState): boolean {
  switch (command) {
    case 'menu':
    case 'share':
    case 'erase':
    case 'elsewhere':
      return true
    case 'unresolved':
      return topic !== null
    case 'begin':
      return offered.some(({ payload }) => parsePayload(payload)?.kind === 'flow')
    default:
      return false
  }
}

function readChoice({ text, phrases }: Reading, step: FlowStep): Read<'choice', Choice> | null {
  const said = phrases.read(text)
  let closest: Read<'choice', Choice> | null = null
  for (const choice of step.choices) {
    const likeness = phrases.liken(said, [choice.title, ...choice.says])
    if (likeness && (!closest || CLOSENESS[likeness] > CLOSENESS[closest.likeness])) {
      closest = { choice, likeness }
    }
  }
  return closest
}

const choose = ({ id }: Choice): Meaning => ({
  kind: 'flow-input',
  input: { do: 'choose', choice: id },
})

function ofCommand(command: Command, { chat, step }: Reading): Meaning {
  switch (command) {
    case 'menu':
    case 'share':
    case 'erase':
    case 'unresolved':
    case 'elsewhere':
      return { kind: 'command', command }
    case 'begin': {
      if (step) return { kind: 'flow-input', input: { do: 'again' } }
      const guides = chat.offered.map(({ payload }) => parsePayload(payload))
      const guide = guides.find((payload) => payload?.kind === 'flow')
      return guide?.kind === 'flow' ? { kind: 'begin-flow', flow: guide.flow } : { kind: 'none' }
    }
    case 'continue':
      // After a question in between, "làm tiếp" takes the step up again; it has not been done yet.
      return { kind: 'flow-input', input: { do: chat.digressed ? 'again' : 'next' } }
    default:
      return { kind: 'flow-input', input: { do: command } }
  }
}
