import type { Command } from '../knowledge/commands'

/** What a button means. It travels as a short string through every platform and comes back as it went. */
export type Payload =
  | { kind: 'topic'; topic: string }
  | { kind: 'flow'; flow: string }
  | { kind: 'command'; command: ButtonCommand }
  | { kind: 'step'; flow: string; step: string; way: string }
  | { kind: 'rating'; topic: string; useful: boolean }

/** Commands that stand on buttons outside a guide. */
export type ButtonCommand = Extract<Command, 'menu' | 'elsewhere'> | 'human'

const BUTTON_COMMANDS: readonly ButtonCommand[] = ['menu', 'human', 'elsewhere']

/** Ways from a step that every step has; a choice's id is a way too. */
export const COMMON_WAYS = ['next', 'back', 'stop', 'again'] as const

/** Writes a payload: `topic:qr-fields`, `step:activate-account/enter-otp/next`. At most 200 characters by the ids' limits. */
export function formatPayload(payload: Payload): string {
  switch (payload.kind) {
    case 'topic':
      return `topic:${payload.topic}`
    case 'flow':
      return `flow:${payload.flow}`
    case 'command':
      return `command:${payload.command}`
    case 'step':
      return `step:${payload.flow}/${payload.step}/${payload.way}`
    case 'rating':
      return `rating:${payload.topic}/${payload.useful ? 'yes' : 'no'}`
  }
}

/** Reads a payload. Null for anything we did not write: it comes from outside and is not believed. */
export function parsePayload(value: unknown): Payload | null {
  if (typeof value !== 'string') return null
  const [, kind, rest] = /^(topic|flow|command|step|rating):([a-z0-9/-]{1,200})$/.exec(value) ?? []
  if (kind === 'topic' && rest) return { kind, topic: rest }
  if (kind === 'flow' && rest) return { kind, flow: rest }
  const command = BUTTON_COMMANDS.find((one) => one === rest)
  if (kind === 'command' && command) return { kind, command }
  const [flow, step, way] = rest?.split('/') ?? []
  if (kind === 'rating' && flow && (step === 'yes' || step === 'no')) {
    return { kind, topic: flow, useful: step === 'yes' }
  }
  if (kind === 'step' && flow && step && way) return { kind, flow, step, way }
  return null
}
