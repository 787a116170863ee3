import { basename } from 'node:path'
import { toFlowContext } from '../../src/bot/load-content'
import { checkFlow, type FlowContext } from '../../src/flows/check-flow'
import { loadFlows } from '../../src/flows/load-flows'
import { loadKnowledge } from '../../src/knowledge/load-knowledge'
import { formatProblem } from '../../src/knowledge/problem'
import { readSourceFiles } from '../../src/knowledge/source-file'

/** The guides of `flows/`, as they are served. */
export const campaign = loadFlows(readSourceFiles('flows'))

/** What the guides are checked against: the campaign's own knowledge base. */
export function readFlowContext(): FlowContext {
  const { knowledge, problems } = loadKnowledge(readSourceFiles('knowledge'))
  if (!knowledge) throw new Error(problems.map(formatProblem).join('\n'))
  return toFlowContext(knowledge, campaign)
}

/** Every problem of the campaign's guides, one a line. */
export function campaignProblems(): string[] {
  const context = readFlowContext()
  return [...campaign.problems, ...campaign.flows.flatMap((placed) => checkFlow(placed, context))]
    .map((problem) => ({ ...problem, file: basename(problem.file) }))
    .map(formatProblem)
}
