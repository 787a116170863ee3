import type { TurnContext } from 'botbuilder-core'
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { type Flow, flowSchema } from '../flows/flow'
import { toProgress } from '../flows/flow-progress'
import type { HashedFlow } from '../flows/load-flows'
import {
  currentStep,
  type FlowInput,
  type FlowPosition,
  startFlow,
  stepFlow,
} from '../flows/step-flow'
import { fillMessage } from '../knowledge/messages'
import { COMMON_WAYS } from './payload'
import type { Button, Turn } from './turn'
import type { TurnServices } from './turn-services'

/** The id of the one dialog that runs every guide. */
export const FLOW_DIALOG = 'flow'

/** A person in a guide, as the dialog stack keeps them: the version they began, by its hash. */
export type ActiveFlow = { flowId: string; hash: string; position: FlowPosition }

/** What a step is given to do: an input, or to be shown again in full. */
export type StepInput = FlowInput | { do: 'again' }

/**
 * A guided dialog on the Bot Framework's dialog stack. It only says what the pure step function decided; a turn passes
 * the input to {@link continueDialog} by {@link give}.
 */
export class FlowDialog extends Dialog<HashedFlow> {
  readonly #turn: Turn
  #given: { flow: Flow; input: StepInput } | null = null

  constructor(turn: Turn) {
    super(FLOW_DIALOG)
    this.#turn = turn
  }

  /** Hands over what the next {@link continueDialog} does, and the version of the flow that it runs on. */
  give(flow: Flow, input: StepInput): void {
    this.#given = { flow, input }
  }

  override async beginDialog(dc: DialogContext, placed?: HashedFlow): Promise<DialogTurnResult> {
    if (!placed) throw new Error('FlowDialog: begin it with the flow as option')
    const { flow, hash } = placed
    await this.#turn.services.flowVersions.save({ hash, flowId: flow.id, definition: flow })
    const active: ActiveFlow = { flowId: flow.id, hash, position: startFlow(flow) }
    Object.assign(activeState(dc), active)
    await this.#showStep(flow, active.position)
    return Dialog.EndOfTurn
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (!this.#given) return Dialog.EndOfTurn
    const { flow, input } = this.#given
    const state = activeState(dc)
    if (input.do === 'again') {
      await this.#showStep(flow, state.position)
      return Dialog.EndOfTurn
    }
    const turn = this.#turn
    const outcome = stepFlow(flow, state.position, input)
    switch (outcome.kind) {
      case 'cancelled':
        await turn.sayMessage(turn.messages.flow.cancelled, { title: flow.title }, [
          { title: turn.messages.button.guide, payload: { kind: 'flow', flow: flow.id } },
          { title: turn.messages.button.menu, payload: { kind: 'command', command: 'menu' } },
        ])
        turn.note({ kind: 'cancelled', flow: flow.id, step: state.position.step })
        return dc.endDialog()
      case 'stayed':
        await this.#showStep(
          flow,
          state.position,
          outcome.reason === 'at_start' ? turn.messages.flow.back_at_start : undefined,
        )
        return Dialog.EndOfTurn
      case 'moved':
        state.position = outcome.position
        await this.#showStep(
          flow,
          outcome.position,
          input.do === 'restart' ? turn.messages.flow.restarted : undefined,
        )
        return Dialog.EndOfTurn
      case 'completed':
        await this.#sayEnd(flow, outcome.position)
        return dc.endDialog()
    }
  }

  /** The step in a sentence with its buttons, after a question in between. */
  override async repromptDialog(_context: TurnContext, instance: { state: ActiveFlow }) {
    const flow = this.#given?.flow
    if (!flow) return
    const { position } = instance.state
    const turn = this.#turn
    const step = currentStep(flow, position)
    await turn.sayMessage(
      turn.messages.flow.resume,
      { ...toProgress(flow, position), step: step.short },
      stepButtons(turn, flow, position),
    )
    turn.note({ flow: flow.id, step: step.id })
  }

  async #showStep(flow: Flow, position: FlowPosition, before?: string): Promise<void> {
    const turn = this.#turn
    const step = currentStep(flow, position)
    const progress = fillMessage(turn.messages.flow.progress, toProgress(flow, position))
    const text = [before, `${progress} ${step.text.trim()}`].filter((part) => part).join('\n\n')
    await turn.say(text, stepButtons(turn, flow, position))
    turn.note({ flow: flow.id, step: step.id })
  }

  async #sayEnd(flow: Flow, position: FlowPosition): Promise<void> {
    const turn = this.#turn
    const step = currentStep(flow, position)
    const { topics } = turn.services.content.knowledge
    const related = step.related.flatMap((id): Button[] => {
      const topic = topics.get(id)
      return topic ? [{ title: topic.label, payload: { kind: 'topic', topic: id } }] : []
    })
    await turn.say(step.text.trim(), related)
    turn.note({ kind: 'completed', flow: flow.id, step: step.id })
  }
}

/** The version of a guide that a person is on: the current one if it is the same, else the stored one. */
export async function readActiveFlow(
  active: ActiveFlow,
  { content, flowVersions }: TurnServices,
): Promise<Flow | null> {
  const current = content.flows.get(active.flowId)
  if (current?.hash === active.hash) return current.flow
  const stored = flowSchema.safeParse((await flowVersions.read(active.hash))?.definition)
  return stored.success ? stored.data : null
}

/** What a step offers: "done", its choices, back and stop. */
export function stepButtons({ messages }: Turn, flow: Flow, position: FlowPosition): Button[] {
  const step = currentStep(flow, position)
  const button = (title: string, way: string): Button => ({
    title,
    payload: { kind: 'step', flow: flow.id, step: step.id, way },
  })
  const [next, back, stop] = COMMON_WAYS
  return [
    ...(step.next ? [button(messages.button.next, next)] : []),
    ...step.choices.map(({ id, title }) => button(title, id)),
    ...(position.trail.length > 0 ? [button(messages.button.back, back)] : []),
    button(messages.button.stop, stop),
  ]
}

/** What a step's button asks for. */
export function toStepInput(way: string): StepInput {
  switch (way) {
    case 'next':
    case 'back':
    case 'stop':
    case 'again':
      return { do: way }
    default:
      return { do: 'choose', choice: way }
  }
}

/** The SDK types a dialog's state as `any`; ours is always an {@link ActiveFlow}. */
function activeState(dc: DialogContext): ActiveFlow {
  return (dc.activeDialog as { state: ActiveFlow }).state
}
