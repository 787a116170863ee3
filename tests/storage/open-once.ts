import { openDatabase } from '../../src/storage/open-database'

/** Run as a process of its own: opens the database of its first argument, writes to it, says so and ends. */
async function main(): Promise<void> {
  const { kysely, close } = await openDatabase(process.argv[2] ?? '')
  await kysely
    .insertInto('state')
    .values({ key: String(process.pid), value: '{}', updated_at: 0 })
    .execute()
  await close()
  process.stdout.write('open')
}

void main()
