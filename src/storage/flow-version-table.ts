import type { Kysely } from 'kysely'
import type { Schema } from './schema'

/** A flow as it was when someone began it; `hash` is the definition's own. Definitions are plain JSON. */
export type FlowVersion = { hash: string; flowId: string; definition: unknown }

/** Keeps the versions of flows that people are in the middle of. */
export type FlowVersionTable = {
  /** Stores a version, unless it is there already. */
  save(version: FlowVersion): Promise<void>
  read(hash: string): Promise<FlowVersion | null>
}

/** Queries of the flow versions, over a database or a transaction. */
export function flowVersionTable(db: Kysely<Schema>): FlowVersionTable {
  return {
    async save({ hash, flowId, definition }) {
      await db
        .insertInto('flow_versions')
        .values({ hash, flow_id: flowId, definition: JSON.stringify(definition) })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute()
    },

    async read(hash) {
      const row = await db
        .selectFrom('flow_versions')
        .selectAll()
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row ? { hash, flowId: row.flow_id, definition: JSON.parse(row.definition) } : null
    },
  }
}
