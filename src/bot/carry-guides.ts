import type { DialogContext } from 'botbuilder-dialogs'
import type { Flow } from '../flows/flow'
import { readActiveFlow } from './active-flow'
import type { ActiveFlow } from './chat-state'
import { FLOW_DIALOG } from './flow-dialog'
import type { TurnServices } from './turn-services'

/**
 * Where a person is in their guides, the outermost first, to be taken up in another conversation. Of the way there only
 * choices are kept, which later steps may depend on: what was typed, an age or a day, is the person's own.
 */
export async function toCarried(dc: DialogContext, services: TurnServices): Promise<ActiveFlow[]> {
  const carried: ActiveFlow[] = []
  for (const { state } of dc.stack as { state: ActiveFlow }[]) {
    const flow = await readActiveFlow(state, services)
    if (flow)
      carried.push({ ...state, position: { ...state.position, trail: keepChoices(flow, state) } })
  }
  return carried
}

function keepChoices(flow: Flow, { position }: ActiveFlow): ActiveFlow['position']['trail'] {
  return position.trail.map(({ step, answer }) => {
    const choices = flow.steps.find(({ id }) => id === step)?.choices ?? []
    return choices.some(({ id }) => id === answer) ? { step, answer } : { step }
  })
}

/** Goes on where another conversation was, instead of what is under way here; false where a version is lost. */
export async function takeUpCarried(
  dc: DialogContext,
  carried: readonly ActiveFlow[],
  services: TurnServices,
): Promise<boolean> {
  const guides = await Promise.all(
    carried.map(async (active) => ({ ...active, flow: await readActiveFlow(active, services) })),
  )
  if (guides.length === 0 || guides.some(({ flow }) => flow === null)) return false
  await dc.cancelAllDialogs()
  for (const [index, { flow, hash, position }] of guides.entries()) {
    const isShown = index === guides.length - 1
    if (flow) await dc.beginDialog(FLOW_DIALOG, { flow, hash, resumed: { position, isShown } })
  }
  return true
}
