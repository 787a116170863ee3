import type { AddressInfo } from 'node:net'
import express from 'express'
import pino from 'pino'
import { checkContent } from '../../src/bot/load-content'
import { CHANNEL_LIMITS } from '../../src/channels/channel-limits'
import type { Bulletin } from '../../src/knowledge/bulletin'
import { readSourceFiles, type SourceFile } from '../../src/knowledge/source-file'
import { createApp } from '../../src/server/create-app'
import type { ShareContent } from '../../src/share/create-context-reader'
import { createLinkCounter } from '../../src/share/create-link-counter'
import { createShareRoutes } from '../../src/share/create-share-routes'
import { toLinkUses } from '../../src/share/to-link-uses'
import type { LinkCount } from '../../src/storage/link-count-table'

/** The address that the pages believe to have. */
export const PUBLIC_URL = 'https://loa.example.vn'

/** Text that would be run, or break out of its place, if a page did not escape it. */
export const XSS = `"><script>window.hacked=1</script><img src=x onerror="window.hacked=1">'</script>`

const EDITS: Readonly<Record<string, (text: string) => string>> = {
  'settings.yaml': (text) =>
    `${text}\nchannels: {zalo: 'https://zalo.me/579745863508352884', messenger: 'https://m.me/loa.thudo'}\n`,
  'units.yaml': (text) =>
    text.replace(
      'units: []',
      `units:
  - code: phuong-mau
    name: Phường Mẫu
    office: Công an phường Mẫu
    address: số 1 phố Mẫu
    hours: cả sáng thứ Bảy
    phone: 024 0000 0000
  - code: xa-mau
    name: ${JSON.stringify(`Xã ${XSS.slice(0, 50)}`)}
    office: Công an xã Mẫu
    hours: các buổi sáng`,
    ),
  'qr-replaces-cmnd-paper.yaml': (text) => `${text}\noff: true\n`,
  'redirects.yaml': (text) =>
    text.replace(
      /^\[\]$/m,
      `- {topic: chip-spies, to: chip-watches, on: 2026-03-05}
- {topic: chip-watches, to: chip-no-tracking, on: 2026-04-05}
- {topic: chip-merged, to: chip-no-tracking, on: 2026-05-09}
- {topic: card-gone, on: 2026-06-01, note: "Việc này đã bỏ. Bác hỏi Công an xã, phường."}
- {flow: activate, to: activate-account, on: 2026-07-01}`,
    ),
}

/** The campaign's own content with channels, units and old ids; every text that citizens read in one entry is hostile. */
export function readShareContent(): ShareContent {
  const edit = ({ path, text }: SourceFile) => {
    const name = path.split('/').at(-1) ?? ''
    const written = EDITS[name]?.(text) ?? text
    return { path, text: name === 'thanks.yaml' ? toHostile(written) : written }
  }
  const { sound, problems } = checkContent({
    knowledge: readSourceFiles('knowledge').map(edit),
    flows: readSourceFiles('flows'),
    channels: CHANNEL_LIMITS,
    today: '2026-11-25',
  })
  if (!sound) throw new Error(JSON.stringify(problems.filter(({ level }) => level === 'error')))
  const { knowledge } = sound.draft
  const found = ['chip-no-tracking', 'chip-data-safe'].map((topic) => ({ topic, score: 0.5 }))
  return {
    knowledge,
    flows: new Map(sound.flows.map(({ flow, hash }) => [flow.id, { flow, hash }])),
    // Searching trains for ten seconds; what the pages do with what was found is tested here.
    matcher: {
      match: (text) => ({
        kind: 'clarify',
        candidates: text.includes('chip') ? found : [],
        also: [],
        outside: null,
        understood: null,
      }),
    },
  }
}

function toHostile(text: string): string {
  return text
    .replace(/^question: .*$/m, `question: ${JSON.stringify(XSS)}`)
    .replace(
      /^ {2}short:[\s\S]*?(?=^\S)/m,
      `  short: ${JSON.stringify(XSS)}\n  detail: ${JSON.stringify(`1. ${XSS}\n\n${XSS}`)}\n`,
    )
}

/** The pages alone on this machine, with counts and codes in memory. */
export async function startShareSite() {
  const content = readShareContent()
  const counts: LinkCount[] = []
  const codes = new Map<string, string>()
  const site = {
    ...{ content, counts, codes, isDatabaseGone: false },
    bulletins: [] as Bulletin[],
    now: Date.now,
  }
  const counter = createLinkCounter({
    table: {
      add: async (_day, added) => {
        if (site.isDatabaseGone) throw new Error('gone')
        counts.push(...added)
      },
      sum: async () => counts,
    },
    now: Date.now,
    onError() {},
  })
  const { router, missing } = createShareRoutes({
    content: () => content,
    bulletins: () => site.bulletins,
    publicUrl: PUBLIC_URL,
    counter,
    uses: async (_since, unit) =>
      toLinkUses(counts.filter((count) => unit === undefined || count.unit === unit)),
    codeOf: async (ref) => {
      if (site.isDatabaseGone) return new Promise(() => {})
      const code = codes.get(ref) ?? 'BCFGH'
      codes.set(ref, code)
      return code
    },
    now: () => site.now(),
  })
  const app = createApp(
    { browsers: [router, express.Router(), missing] },
    pino({ level: 'silent' }),
  )
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo // a TCP server that listens has one
  return Object.assign(site, {
    url: `http://127.0.0.1:${port}`,
    counter,
    async stop() {
      await counter.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}
