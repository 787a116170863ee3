import type { DialogContext } from 'botbuilder-dialogs'
import type { Flow } from '../flows/flow'
import { toCarried } from './carry-guides'
import type { ActiveFlow } from './chat-state'
import { helpButtons } from './say-menu'
import { stepButtons } from './step-buttons'
import type { Button, Turn } from './turn'

/** Gives a code by which the guide in progress is taken up on another channel or machine, and keeps the place here. */
export async function sayElsewhere(
  turn: Turn,
  dc: DialogContext,
  active: { state: ActiveFlow; flow: Flow } | null,
): Promise<void> {
  const { messages, services } = turn
  if (!active) {
    await turn.say(messages.carry.nothing, helpButtons(turn))
    return turn.note({ kind: 'answer' })
  }
  const code = await services.codes.carry(await toCarried(dc, services))
  const open: Button = { title: messages.carry.open, url: `${services.site}/c/${code}` }
  const { flow, state } = active
  await turn.sayMessage(messages.carry.given, { code }, [
    open,
    ...stepButtons(turn, flow, state.position),
  ])
  turn.note({ kind: 'step', flow: flow.id, step: state.position.step })
}
