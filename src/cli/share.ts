import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { askMeant } from '../knowledge/nearest-word'
import { findUnit } from '../knowledge/units'
import type { KitContext } from '../share/kit/handout'
import { listFiles, listOutline, toFolder } from '../share/kit/list-set'
import { findShared, listShared, type Shareable, type Shared } from '../share/kit/shared'
import { CommandError, runCommand } from './command-error'
import { loadSoundContent } from './read-content'
import { readEnvironment } from './read-environment'

const USAGE =
  'Cách dùng: npm run share -- [--unit MÃ] [--topic MÃ | --guide MÃ] [--out THƯ_MỤC]; không ghi mục nào thì làm cả bộ'

/**
 * `npm run share`: writes the kit of an answer, a guide or everything into a folder, one folder a thing, for a unit or
 * the whole city. The links lead to `PUBLIC_URL`.
 */
async function share(): Promise<void> {
  const { values } = readArguments()
  const { PUBLIC_URL: base } = readEnvironment().environment
  if (!base) {
    throw new CommandError(
      'Đặt PUBLIC_URL trước (địa chỉ mà người dân mở, ví dụ https://loa.example.vn): đường dẫn và mã QR trỏ về đó',
    )
  }
  // Files that are made here know of no official notice, as nothing that needs no database does.
  const content: Shareable = { ...loadSoundContent(Date.now()), bulletins: [] }
  const { knowledge } = content
  const unit = findUnit(knowledge.units, values.unit)
  if (values.unit !== undefined && unit.code !== values.unit) {
    const codes = knowledge.units.units.map(({ code }) => code)
    throw new CommandError(toUnknown('đơn vị', values.unit, codes))
  }
  const context: KitContext = { knowledge, unit, base }
  const folder = join(values.out, unit.code)
  const all = chooseShared(values, content)
  for (const [index, shared] of all.entries()) {
    const place = join(folder, toFolder(shared.address))
    mkdirSync(place, { recursive: true })
    for (const file of listFiles(shared, context)) {
      writeFileSync(join(folder, file.path), await file.make())
    }
    process.stdout.write(`${index + 1}/${all.length} ${place}: ${shared.title}\n`)
  }
  for (const file of listOutline(context)) {
    const path = join(folder, file.path)
    writeFileSync(path, await file.make())
    process.stdout.write(`${path}\n`)
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        unit: { type: 'string' },
        topic: { type: 'string' },
        guide: { type: 'string' },
        out: { type: 'string', default: 'bo-chia-se' },
      },
    })
  } catch {
    throw new CommandError(USAGE)
  }
}

function chooseShared(
  { topic, guide }: { topic?: string; guide?: string },
  content: Shareable,
): Shared[] {
  if (topic !== undefined && guide !== undefined) throw new CommandError(USAGE)
  const id = topic ?? guide
  if (id === undefined) return listShared(content)
  const kind = topic === undefined ? 'guide' : 'topic'
  const shared = findShared({ kind, id }, content)
  if (shared) return [shared]
  const ids = listShared(content).flatMap(({ address }) =>
    address.kind === kind ? [address.id] : [],
  )
  throw new CommandError(toUnknown(kind === 'topic' ? 'mục' : 'hướng dẫn', id, ids))
}

const toUnknown = (what: string, name: string, known: readonly string[]) =>
  `Không có ${what} "${name}"; ${askMeant(name, new Set(known)) ?? `chọn một trong: ${known.join(', ') || '(chưa có)'}`}`

runCommand(share)
