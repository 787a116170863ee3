import type { TurnContext } from 'botbuilder-core'
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import type { Flow } from '../flows/flow'
import { toProgress } from '../flows/flow-progress'
import { toFlowSummary } from '../flows/flow-summary'
import type { HashedFlow } from '../flows/load-flows'
import { currentStep, type FlowPosition, startFlow, stepFlow } from '../flows/step-flow'
import { fillMessage } from '../knowledge/messages'
import { readActiveFlow } from './active-flow'
import type { ActiveFlow } from './chat-state'
import { noteMove } from './note-move'
import { type StepInput, stepButtons } from './step-buttons'
import type { Button, Turn } from './turn'
import { withPinned } from './with-pinned'

/** A guide to be begun, or to be taken up where another conversation was. */
export type BegunFlow = HashedFlow & {
  resumed?: Pick<ActiveFlow, 'position' | 'moved'> & { isShown: boolean }
}

/** The id of the one dialog that runs every guide. */
export const FLOW_DIALOG = 'flow'

/**
 * A guided dialog on the Bot Framework's dialog stack. It only says what the pure step function decided; a turn passes
 * the input to {@link continueDialog} by {@link give}.
 */
export class FlowDialog extends Dialog<BegunFlow> {
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

  override async beginDialog(dc: DialogContext, placed?: BegunFlow): Promise<DialogTurnResult> {
    if (!placed) throw new Error('FlowDialog: begin it with the flow as option')
    const { flow, hash, resumed } = placed
    await this.#turn.services.flowVersions.save({ hash, flowId: flow.id, definition: flow })
    const active: ActiveFlow = {
      flowId: flow.id,
      hash,
      position: resumed?.position ?? startFlow(flow),
      ...(resumed?.moved && { moved: resumed.moved }),
    }
    Object.assign(activeState(dc), active)
    noteMove(this.#turn, activeState(dc), { flow, step: active.position.step, move: 'reached' })
    this.#given = null
    if (!resumed) this.#turn.note({ began: true })
    if (resumed?.isShown !== false) await this.#showStep(flow, active.position)
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
        noteMove(turn, state, { flow, step: state.position.step, move: 'stopped' })
        return dc.cancelAllDialogs()
      case 'stayed':
        // Before the first step of a troubleshooter is the guide that called it.
        if (outcome.reason === 'at_start' && dc.stack.length > 1) return dc.endDialog()
        await this.#showStep(
          flow,
          state.position,
          outcome.reason === 'at_start' ? turn.messages.flow.back_at_start : undefined,
        )
        return Dialog.EndOfTurn
      case 'moved':
        this.#goTo(flow, state, outcome.position, input.do !== 'back' && input.do !== 'restart')
        await this.#showStep(
          flow,
          outcome.position,
          input.do === 'restart' ? turn.messages.flow.restarted : undefined,
        )
        return Dialog.EndOfTurn
      case 'called': {
        const called = turn.services.content.flows.get(outcome.flow)
        // The step behind it counts once they come back and are shown it.
        if (outcome.position.step !== state.position.step) {
          noteMove(turn, state, { flow, step: state.position.step, move: 'passed' })
        }
        state.position = outcome.position
        if (called) return dc.beginDialog(FLOW_DIALOG, called)
        // Whoever is on an old version may be sent to a guide that is gone.
        await this.#showStep(flow, outcome.position)
        return Dialog.EndOfTurn
      }
      case 'completed':
        this.#goTo(flow, state, outcome.position, true)
        noteMove(turn, state, { flow, step: outcome.position.step, move: 'completed' })
        await this.#sayEnd(flow, outcome.position)
        return dc.endDialog()
    }
  }

  /** A troubleshooter has ended: the guide that called it goes on where it was. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = activeState(dc)
    const flow = await readActiveFlow(state, this.#turn.services)
    if (!flow) return dc.endDialog()
    noteMove(this.#turn, state, { flow, step: state.position.step, move: 'reached' })
    await this.#sayResume(flow, state.position)
    this.#turn.note({ kind: 'step' })
    return Dialog.EndOfTurn
  }

  /** The step in a sentence with its buttons, after a question in between. */
  override async repromptDialog(_context: TurnContext, instance: { state: ActiveFlow }) {
    const flow = this.#given?.flow
    if (!flow) return
    await this.#sayResume(flow, instance.state.position)
  }

  #goTo(flow: Flow, state: ActiveFlow, position: FlowPosition, isForward: boolean): void {
    const turn = this.#turn
    if (isForward) noteMove(turn, state, { flow, step: state.position.step, move: 'passed' })
    state.position = position
    noteMove(turn, state, { flow, step: position.step, move: 'reached' })
  }

  async #sayResume(flow: Flow, position: FlowPosition): Promise<void> {
    const turn = this.#turn
    const step = currentStep(flow, position)
    const text = fillMessage(turn.messages.flow.resume, {
      ...toProgress(flow, position),
      step: step.short,
    })
    await turn.say(withPinned(turn, text, 'once'), stepButtons(turn, flow, position))
    turn.note({ flow: flow.id, step: step.id })
  }

  async #showStep(flow: Flow, position: FlowPosition, before?: string): Promise<void> {
    const turn = this.#turn
    const step = currentStep(flow, position)
    const progress = fillMessage(turn.messages.flow.progress, toProgress(flow, position))
    const text = [before, `${progress} ${step.text.trim()}`].filter((part) => part).join('\n\n')
    await turn.say(withPinned(turn, text, 'once'), stepButtons(turn, flow, position))
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
    const told = toFlowSummary(flow, position)
    const summary = told.length > 0 ? [[turn.messages.flow.summary, ...told].join('\n- ')] : []
    const text = [...summary, step.text.trim()].join('\n\n')
    await turn.say(withPinned(turn, text, 'once'), related)
    turn.note({ kind: 'completed', flow: flow.id, step: step.id })
  }
}

/** The SDK types a dialog's state as `any`; ours is always an `ActiveFlow`. */
function activeState(dc: DialogContext): ActiveFlow {
  return (dc.activeDialog as { state: ActiveFlow }).state
}
