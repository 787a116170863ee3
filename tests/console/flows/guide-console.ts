import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadFlows } from '../../../src/flows/load-flows'
import { writePublished } from '../../../src/flows/note-published'
import { addPublished } from '../../../src/flows/published-flows'
import { openSmallConsole, type SmallConsole } from '../answers/small-console'
import type { ConsoleClient } from '../console-client'

/** A guide with a comment wherever one can stand, choices, a question and a loop's way back. */
export const GUIDE = `# yaml-language-server: $schema=../schemas/flow.json
# Chị Lan soạn, đã hỏi Công an phường.
id: lost-card
version: 1 # bản đầu
title: Mất thẻ căn cước
steps:
  # Hỏi trước đã.
  - id: who
    text: |-
      Thẻ của bác bị mất hay bị hỏng?

      Bác bấm một nút.
    short: Thẻ bị mất hay bị hỏng?
    sum: Thẻ
    choices:
      - id: lost
        title: Bị mất # không quá 20 chữ
        says: [mất thẻ, rơi thẻ]
        goto: report
      - id: broken
        title: Bị hỏng
        goto: age

  - id: age
    text: Bác bao nhiêu tuổi?
    short: "Bác bao nhiêu tuổi?"
    ask:
      kind: age
      invalid: Bác gõ số tuổi.
      ways:
        - {to: 13, goto: who}
        - {from: 14, goto: report} # người lớn
  - id: report
    text: Bác đến Công an phường báo.
    short: Đến Công an phường báo.
    next: done
  - id: done
    text: Xong rồi.
    short: Xong.
    end: true
sources:
  - claim: c1.2
reviewed_on: 2026-11-01
owner: Ban Tuyên giáo
# Hết.
`

/** A console over the small content and {@link GUIDE}, whose first version is noted as published. */
export type GuideConsole = SmallConsole & {
  guide: { read(): string; write(text: string): void }
  readPublished(): string
}

/** @param settings lines put at the end of settings.yaml */
export async function openGuideConsole(settings = ''): Promise<GuideConsole> {
  const { flows } = loadFlows([{ path: 'flows/lost-card.yaml', text: GUIDE }])
  const guides = {
    'lost-card.yaml': GUIDE,
    'published.yaml': writePublished(
      addPublished(
        {},
        flows.map(({ flow }) => flow),
      ),
    ),
  }
  const loa = await openSmallConsole(settings, { guides })
  const path = join(loa.folder, 'flows', 'lost-card.yaml')
  return {
    ...loa,
    guide: {
      read: () => readFileSync(path, 'utf8'),
      write(text) {
        // As editors do it.
        writeFileSync(`${path}~`, text)
        renameSync(`${path}~`, path)
      },
    },
    readPublished: () => readFileSync(join(loa.folder, 'flows', 'published.yaml'), 'utf8'),
  }
}

/** Saves a draft of the guide with some fields changed, as the form does, and gives the guide. */
export async function saveWords(
  client: ConsoleClient,
  change: Record<string, string | string[]>,
  // biome-ignore lint/suspicious/noExplicitAny: what the server answers, looked at by the assertions of tests
): Promise<any> {
  const { published, draft } = await client.ask('GET', '/flows/lost-card')
  return client.ask('PUT', '/flows/lost-card/draft', {
    form: { ...(draft ?? published).form, ...change },
    version: draft?.version ?? 0,
    basedOn: published.hash,
    note: 'thử',
  })
}

/** Has the guide's draft approved by another, and gives what came of it. */
export async function approve(loa: GuideConsole, version: number) {
  const { draft } = await loa.as.editor.ask('POST', '/flows/lost-card/draft/submit', { version })
  return loa.as.approver.ask('POST', '/flows/lost-card/draft/publish', { version: draft.version })
}
