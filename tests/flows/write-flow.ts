import { stringify } from 'yaml'
import type { Flow } from '../../src/flows/flow'
import { loadFlows, type PlacedFlow } from '../../src/flows/load-flows'
import { formatProblem } from '../../src/knowledge/problem'
import type { SourceFile } from '../../src/knowledge/source-file'

/** A step as an author writes it; its texts default to its id. */
export type WrittenStep = { id: string } & Record<string, unknown>

/** The file of a guide `test-flow` with these steps. */
export function writeFlow(steps: WrittenStep[], fields: Record<string, unknown> = {}): SourceFile {
  return {
    path: 'flows/test-flow.yaml',
    text: stringify({
      id: 'test-flow',
      version: 1,
      title: 'Thử',
      steps: steps.map((step) => ({ text: `Làm ${step.id}.`, short: step.id, ...step })),
      sources: [{ fact: 'f1.1' }],
      reviewed_on: '2026-11-24',
      owner: 'Ban Tuyên giáo',
      ...fields,
    }),
  }
}

/** A guide with these steps, read as it would be from its file. */
export function placeFlow(steps: WrittenStep[], fields: Record<string, unknown> = {}): PlacedFlow {
  const { flows, problems } = loadFlows([writeFlow(steps, fields)])
  const [placed] = flows
  if (!placed || problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'))
  return placed
}

/** See {@link placeFlow}. */
export function makeFlow(steps: WrittenStep[]): Flow {
  return placeFlow(steps).flow
}

/** A choice whose id and title are where it leads. */
export function choiceTo(goto: string, id = goto): Record<string, unknown> {
  return { id, title: id, goto }
}
