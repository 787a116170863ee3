import { formatProblem } from '../knowledge/problem'
import { runCommand } from './command-error'
import { checkContent } from './read-content'

/** `npm run check`: checks knowledge and flows; prints `file:line:column: message` and exits 1 when something is wrong. */
async function check(): Promise<void> {
  const { content, problems } = checkContent(Date.now())
  for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`)
  if (!content) {
    process.exitCode = 1
    return
  }
  const { topics, outline, outside } = content.knowledge
  process.stdout.write(
    `Tốt: ${topics.size} mục, ${content.flows.size} hướng dẫn, ${outside.length} việc ngoài phạm vi; ` +
      `đủ ${outline.claims.length} ý của đề cương.\n`,
  )
}

runCommand(check)
