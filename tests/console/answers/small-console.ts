import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copySmallContent } from '../../bot/copy-small-content'
import type { ConsoleClient } from '../console-client'
import { type OpenConsole, openConsole } from '../open-console'

/** A comment in the file of `chip`, which no edit may lose. */
export const COMMENT = '# Chị Lan soạn, đã hỏi phòng kỹ thuật'

/** A console over two entries and a guide, in folders of its own. */
export type SmallConsole = Omit<OpenConsole, 'close'> & {
  folder: string
  /** The file of an entry. */
  fileOf(id: string): { read(): string; write(text: string): void }
  close(): Promise<void>
}

/**
 * Starts a console over `tests/bot/small-content`.
 * @param settings lines put at the end of settings.yaml
 * @param options.guides files put beside the guide, by their names
 */
export async function openSmallConsole(
  settings = '',
  {
    environment = {},
    guides = {},
  }: { environment?: Record<string, string>; guides?: Readonly<Record<string, string>> } = {},
): Promise<SmallConsole> {
  const { folder, environment: own } = copySmallContent()
  const knowledge = join(folder, 'knowledge')
  const pathOf = (id: string) => join(knowledge, 'topics', `${id}.yaml`)
  const chip = readFileSync(pathOf('chip'), 'utf8')
  writeFileSync(pathOf('chip'), chip.replace('examples:\n', `${COMMENT}\nexamples:\n`))
  for (const [name, text] of Object.entries(guides))
    writeFileSync(join(folder, 'flows', name), text)
  const path = join(knowledge, 'settings.yaml')
  writeFileSync(path, readFileSync(path, 'utf8') + settings)
  const program = await openConsole({ ...own, ...environment })
  return {
    ...program,
    folder,
    fileOf: (id) => ({
      read: () => readFileSync(pathOf(id), 'utf8'),
      write(text) {
        // As editors do it.
        writeFileSync(`${pathOf(id)}~`, text)
        renameSync(`${pathOf(id)}~`, pathOf(id))
      },
    }),
    async close() {
      await program.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Saves a draft of an entry with some fields changed, as the form does, and gives the entry. */
export async function saveDraft(
  client: ConsoleClient,
  id: string,
  change: object,
  // biome-ignore lint/suspicious/noExplicitAny: what the server answers, looked at by the assertions of tests
): Promise<any> {
  const { published, draft } = await client.ask('GET', `/answers/entries/${id}`)
  return client.ask('PUT', `/answers/entries/${id}/draft`, {
    form: { ...(draft ?? published).form, ...change },
    version: draft?.version ?? 0,
    basedOn: published?.hash ?? null,
    note: 'thử',
  })
}
