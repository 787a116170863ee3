import type { DialogContext } from 'botbuilder-dialogs'
import type { Flow } from '../flows/flow'
import type { ActiveFlow } from './chat-state'
import { FLOW_DIALOG, type FlowDialog } from './flow-dialog'
import { helpButtons } from './say-menu'
import type { StepInput } from './step-buttons'
import type { Turn } from './turn'

/** Everything one message sets in motion: the turn, the dialog stack, and the guide that is in progress. */
export class Scene {
  readonly turn: Turn
  readonly dc: DialogContext
  readonly dialog: FlowDialog
  active: { state: ActiveFlow; flow: Flow } | null
  /** How long the person had been silent, in milliseconds. */
  readonly silenceMs: number

  constructor({
    turn,
    dc,
    dialog,
    active,
    silenceMs,
  }: Pick<Scene, 'turn' | 'dc' | 'dialog' | 'active' | 'silenceMs'>) {
    this.turn = turn
    this.dc = dc
    this.dialog = dialog
    this.active = active
    this.silenceMs = silenceMs
  }

  /** Begins a guide anew; one that others call returns to where it was called, and goes on where it runs already. */
  async beginFlow(id: string): Promise<void> {
    const { turn, dc } = this
    const placed = turn.services.content.flows.get(id)
    if (!placed) return turn.say(turn.messages.old_button, helpButtons(turn))
    if (placed.flow.returns && this.active?.flow.id === id) return this.step({ do: 'again' })
    if (!placed.flow.returns) await dc.cancelAllDialogs()
    turn.note({ kind: 'step' })
    await dc.beginDialog(FLOW_DIALOG, placed)
  }

  /** Does a step of the guide in progress. */
  async step(input: StepInput): Promise<void> {
    if (!this.active) return
    this.dialog.give(this.active.flow, input)
    this.turn.note({ kind: 'step' })
    await this.dc.continueDialog()
  }

  /** Takes the step up again in a sentence, after something else was said; without a guide, does nothing. */
  async resume(): Promise<void> {
    if (!this.active) return
    this.dialog.give(this.active.flow, { do: 'again' })
    await this.dc.repromptDialog()
    this.turn.chat.digressed = true
  }
}
