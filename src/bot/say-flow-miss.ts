import type { Flow } from '../flows/flow'
import { toProgress } from '../flows/flow-progress'
import { currentStep, type FlowPosition } from '../flows/step-flow'
import { stepButtons } from './step-buttons'
import type { Turn } from './turn'

/** After this many misunderstandings in a row a person is offered, beside the step's own ways. */
const MISSES_BEFORE_HELP = 2

/** Says inside a guide that a message was not understood, and which step waits; keeps the place. */
export async function sayFlowMiss(turn: Turn, flow: Flow, position: FlowPosition): Promise<void> {
  const { messages, chat } = turn
  chat.misses += 1
  const step = currentStep(flow, position)
  const needsHelp = chat.misses >= MISSES_BEFORE_HELP
  if (step.ask) await turn.say(step.ask.invalid)
  await turn.sayMessage(
    needsHelp ? messages.flow.offer_help : messages.flow.not_understood,
    { ...toProgress(flow, position), step: step.short },
    [
      ...stepButtons(turn, flow, position),
      ...(needsHelp
        ? [
            {
              title: messages.button.human,
              payload: { kind: 'command' as const, command: 'human' as const },
            },
          ]
        : []),
    ],
  )
  turn.note({ kind: 'fallback', flow: flow.id, step: step.id })
}
