import { readCarryRef, toRef } from '../knowledge/link'
import { takeUpCarried } from './carry-guides'
import { findLinked } from './find-linked'
import { sayAnswer } from './say-answer'
import { helpButtons } from './say-menu'
import type { Scene } from './scene'
import { readTypedCode } from './typed-code'
import { withPinned } from './with-pinned'

/** Does what a link asks for, which the channels pass on as `ref:…`; false where it is none of ours. */
export async function followRef(scene: Scene): Promise<boolean> {
  const { value } = scene.turn.context.activity
  const ref = typeof value === 'string' && value.startsWith('ref:') ? value.slice(4) : ''
  const code = readCarryRef(ref)
  if (code === null) return arrive(scene, ref)
  await takeUp(scene, code)
  return true
}

/** Someone came by a link: opens what it is about, and remembers it; false where it is none of ours. */
async function arrive(scene: Scene, ref: string): Promise<boolean> {
  const { turn } = scene
  const linked = findLinked(ref, turn.services.content)
  if (!linked) return false
  turn.chat.came = { ref: toRef(linked.link), at: turn.services.now }
  turn.note({ link: linked.link, arrived: true })
  switch (linked.to) {
    case 'topic':
      await sayAnswer(turn, linked.topic, 'full')
      break
    case 'flow':
      await scene.beginFlow(linked.link.id)
      break
    case 'nothing':
      await turn.say(withPinned(turn, linked.note), helpButtons(turn))
      turn.note({ kind: 'answer' })
  }
  return true
}

/** Goes on where another conversation was, whose code this is. */
async function takeUp(scene: Scene, code: string): Promise<void> {
  const { turn, dc } = scene
  const taken = await turn.services.codes.take(code)
  if (taken === null || taken === 'too_many') {
    return sayNoCode(scene, taken === null ? 'unknown' : 'too_many')
  }
  const title = turn.services.content.flows.get(taken.at(-1)?.flowId ?? '')?.flow.title
  if (title) await turn.sayMessage(turn.messages.carry.taken_up, { title })
  turn.note({ kind: 'step' })
  if (await takeUpCarried(dc, taken, turn.services)) return
  await turn.say(turn.messages.flow.gone, helpButtons(turn))
}

async function sayNoCode(scene: Scene, why: 'unknown' | 'too_many'): Promise<void> {
  const { turn } = scene
  await turn.say(turn.messages.carry[why], helpButtons(turn))
  turn.note({ kind: 'answer' })
  await scene.resume()
}

/** A message that is a code and nothing else; false for every other. */
export async function followTypedCode(scene: Scene, text: string): Promise<boolean> {
  const typed = await readTypedCode(text, scene.turn.services)
  if (!typed) return false
  if (typed.kind === 'link') return arrive(scene, typed.ref)
  if (typed.kind === 'carried') await takeUp(scene, typed.code)
  else await sayNoCode(scene, 'unknown')
  return true
}
