import { checkDoubtfulExamples } from '../bot/check-doubtful-examples'
import { checkContent } from '../bot/load-content'
import { formatProblem, inFileOrder } from '../knowledge/problem'
import { runCommand } from './command-error'
import { readSources } from './read-content'

/** `npm run check`: checks knowledge and flows; prints `file:line:column: message` and exits 1 when something is wrong. */
async function check(): Promise<void> {
  const { sound, problems } = checkContent(readSources(Date.now()))
  const doubts = sound ? checkDoubtfulExamples(sound.draft) : []
  for (const problem of inFileOrder([...problems, ...doubts])) {
    process.stdout.write(`${formatProblem(problem)}\n`)
  }
  if (!sound) {
    process.exitCode = 1
    return
  }
  const { topics, outline, outside } = sound.draft.knowledge
  process.stdout.write(
    `Tốt: ${topics.size} mục, ${sound.flows.length} hướng dẫn, ${outside.length} việc ngoài phạm vi; ` +
      `đủ ${outline.claims.length} ý của đề cương.\n`,
  )
}

runCommand(check)
