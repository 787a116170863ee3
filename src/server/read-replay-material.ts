import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findActiveFlows } from '../bot/find-active-flows'
import type { PeopleInFlow, ReplayMaterial } from '../rehearsal/replay'
import { flowVersionTable } from '../storage/flow-version-table'
import type { Database } from '../storage/open-database'
import { readRecentQuestions } from '../storage/recent-questions'
import { readStatesInFlow } from '../storage/states-in-flow'

const DAY_MS = 24 * 3_600_000
/** Questions older than this say little of what will be asked. */
const QUESTIONS_MS = 30 * DAY_MS
const QUESTIONS = 2_000
/** Guides forget who is silent for longer; see `expires_after_days` in the guides. */
const PEOPLE_MS = 30 * DAY_MS

/**
 * Reads what a draft is replayed on.
 * @param options.conversations folder of golden conversations, which need not be there
 * @param flow the guide that is edited; null where none is
 */
export async function readReplayMaterial(
  {
    database,
    conversations,
    now,
  }: { database: Database; conversations: string; now: () => number },
  flow: string | null,
): Promise<ReplayMaterial> {
  const { kysely } = database
  const [questions, goldens, people] = await Promise.all([
    readRecentQuestions(kysely, { since: now() - QUESTIONS_MS, limit: QUESTIONS }),
    readGoldens(conversations),
    flow === null ? [] : readPeople(database, flow, now() - PEOPLE_MS),
  ])
  return { questions, goldens, people }
}

async function readGoldens(folder: string) {
  const names = await readdir(folder).catch(() => [])
  return Promise.all(
    names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
}

async function readPeople({ kysely }: Database, flow: string, since: number) {
  const states = await readStatesInFlow(kysely, flow, since)
  const groups = new Map<string, PeopleInFlow>()
  for (const place of states.flatMap(findActiveFlows)) {
    if (place.flow !== flow) continue
    const key = `${place.hash} ${place.step}`
    const group = groups.get(key) ?? { ...place, count: 0, definition: null }
    groups.set(key, { ...group, count: group.count + 1 })
  }
  const versions = flowVersionTable(kysely)
  return Promise.all(
    [...groups.values()].map(async (group) => ({
      ...group,
      definition: (await versions.read(group.hash))?.definition ?? null,
    })),
  )
}
