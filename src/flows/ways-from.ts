import type { FlowStep } from './flow'

/** A way that leads from a step to another of its guide. */
export type Way = {
  /** By what it is taken: "done", a choice, or a value that was typed. */
  by: 'next' | 'choice' | 'ask'
  goto: string
  /** The choice's title, the bounds of the value, or the condition; empty for a plain "done". */
  label: string
}

/** Every way from a step: "done" or its routes, then choices, then typed values. */
export function waysFrom(step: FlowStep): Way[] {
  const routes = typeof step.next === 'object' ? step.next : []
  return [
    ...(typeof step.next === 'string' ? [{ by: 'next', goto: step.next, label: '' } as const] : []),
    ...routes.map(({ when, goto }): Way => {
      return { by: 'next', goto, label: when ? `${when.step}: ${when.is}` : '' }
    }),
    ...step.choices.flatMap(({ title, goto }): Way[] =>
      goto === undefined ? [] : [{ by: 'choice', goto, label: title }],
    ),
    ...(step.ask?.ways ?? []).map(({ from, to, goto }): Way => {
      return { by: 'ask', goto, label: [from ?? '', to ?? ''].join('–') }
    }),
  ]
}
