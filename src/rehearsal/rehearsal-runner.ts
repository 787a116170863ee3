import type { RehearsalBase, RehearsalResults, RehearsalTask } from './rehearser'

/** What a task is tried on: what is served, read when it is newer than what the runner has. */
export type BaseSource = { revision: number; read(): Promise<RehearsalBase> }

/** Runs rehearsals without holding up turns and webhooks, one after the other. */
export type RehearsalRunner = {
  /** @throws {Error} when trying itself fails, or is closed meanwhile */
  run<Kind extends keyof RehearsalResults>(
    base: BaseSource,
    task: Extract<RehearsalTask, { kind: Kind }>,
  ): Promise<RehearsalResults[Kind]>
  close(): Promise<void>
}
