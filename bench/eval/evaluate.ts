import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { toIntents } from '../../src/bot/load-content'
import type { TurnOutcome } from '../../src/bot/turn-outcome'
import { CommandError, runCommand } from '../../src/cli/command-error'
import { readContent } from '../../src/cli/read-content'
import { beginConversation } from '../../src/rehearsal/conversation'
import { crossValidate } from './cross-validate'
import { readQuestions } from './questions'
import { calibrationError, drawReliability, type Forecast, toBins } from './reliability'
import {
  type Judged,
  type JudgedOutsider,
  toOutsiderTable,
  toTable,
  toTotals,
  worstConfusions,
} from './report'
import { isAnsweredAsKnown, judgeQuestion } from './verdict'

const CONFUSIONS = 15
const FOLDS = 5

/**
 * `npm run eval`: how well the bot understands messages that it has not learnt from. `--questions DIR` names a folder
 * with the messages, `--out DIR` where the reliability diagrams go, `--list` prints every message that went wrong.
 */
async function evaluate(): Promise<void> {
  const { values } = parseArgs({
    options: {
      questions: { type: 'string', default: '../shared/eval' },
      out: { type: 'string', default: 'data/eval' },
      list: { type: 'boolean', default: false },
    },
  })
  const content = readContent(Date.now())
  const set = readSet(values.questions)
  const ask = async (text: string): Promise<TurnOutcome> => {
    const conversation = beginConversation(content, 'web', Date.now)
    const { outcome } = await conversation.say({ text })
    if (!outcome) throw new Error(`no turn came of ${text}`)
    return outcome
  }

  const judged: Judged[] = []
  const forecasts: Forecast[] = []
  for (const question of set.questions) {
    const outcome = await ask(question.text)
    const verdict = judgeQuestion(question, outcome)
    judged.push({ ...question, ...verdict })
    forecasts.push({ probability: outcome.score, right: verdict.first })
  }
  const outsiders: JudgedOutsider[] = []
  for (const outsider of set.outsiders) {
    const outcome = await ask(outsider.text)
    outsiders.push({
      ...outsider,
      asKnown: isAnsweredAsKnown(outsider, outcome),
      topic: outcome.topic,
    })
    forecasts.push({ probability: outcome.score, right: false })
  }

  if (values.list) listFailures(judged, outsiders)
  console.log('by topic, where not every message has the right topic first')
  const byTopic = Object.entries(toTable(judged, ({ topic }) => topic))
  console.table(Object.fromEntries(byTopic.filter(([, row]) => row['first right'] < 100)))
  console.log('by style')
  console.table({ ...toTable(judged, ({ style }) => style), all: toTotals(judged) })
  console.log('messages that no topic answers')
  console.table(toOutsiderTable(outsiders))
  console.log(['worst confusions', ...worstConfusions(judged, CONFUSIONS)].join('\n  '))

  const trials = crossValidate(
    {
      intents: toIntents(content.knowledge),
      lexicon: content.knowledge.lexicon,
      thresholds: content.knowledge.settings.matching,
    },
    FOLDS,
  )
  const held = trials.map(({ topic, candidates: [best] }) => ({
    probability: best?.score ?? 0,
    right: best?.topic === topic,
  }))
  const right = held.filter((trial) => trial.right).length
  console.log(
    `\ncross-validation on the ${trials.length} examples, ${FOLDS} folds: ` +
      `${((100 * right) / trials.length).toFixed(1)} % first right`,
  )
  draw('questions', forecasts, values.out)
  draw('cross-validation', held, values.out)
}

function readSet(folder: string) {
  try {
    return readQuestions(folder)
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error))
  }
}

function listFailures(judged: readonly Judged[], outsiders: readonly JudgedOutsider[]): void {
  for (const { id, style, text, topic, takenFor, result } of judged) {
    if (result === 'answered' && takenFor === null) continue
    if (result === 'offered' && takenFor === null) continue
    console.log(
      `${id} ${style} ${result}: ${text}\n    wanted ${topic}, first ${takenFor ?? topic}`,
    )
  }
  for (const { id, kind, text, asKnown, topic } of outsiders) {
    if (asKnown) console.log(`${id} ${kind} answered as known: ${text}\n    ${topic}`)
  }
}

function draw(name: string, forecasts: readonly Forecast[], folder: string): void {
  const bins = toBins(forecasts)
  const path = join(folder, `reliability-${name}.svg`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, drawReliability(bins, `Reliability, ${name}`))
  console.log(`calibration error, ${name}: ${calibrationError(bins).toFixed(3)} (${path})`)
}

runCommand(evaluate)
