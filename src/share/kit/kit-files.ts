import { composeLoudspeaker } from '../../knowledge/compose-loudspeaker'
import type { Messages } from '../../knowledge/messages'
import { drawCard } from './draw-card'
import { drawSheet } from './draw-sheet'
import { type KitContext, toHandout } from './handout'
import type { Shared } from './shared'
import { toPdf } from './to-pdf'
import { toPng } from './to-png'
import { toZaloText } from './to-zalo-text'

/** One thing of a kit: how it is named in an address and in words, what it is, how it is made. */
export type KitFile = {
  /** In addresses and folders: `poster.pdf`. */
  name: string
  words: keyof Messages['kit']['files']
  type: string
  make(shared: Shared, context: KitContext): Promise<Buffer>
}

/** Facebook shows upright pictures of 4:5 the largest on a phone, 1080 pixels wide. */
const PICTURE = { width: 1080, height: 744 }

const TEXT = 'text/plain; charset=utf-8'

/** The texts of a kit. */
export const KIT_TEXTS = [
  {
    name: 'zalo.txt',
    words: 'zalo',
    type: TEXT,
    make: async (shared, context) => Buffer.from(`${toZaloText(shared, context)}\n`),
  },
  {
    name: 'loudspeaker.txt',
    words: 'loudspeaker',
    type: TEXT,
    make: async (shared, { knowledge, unit }) =>
      Buffer.from(`${composeLoudspeaker(shared, unit, knowledge)}\n`),
  },
] as const satisfies readonly KitFile[]

/** What of a kit is printed or posted. */
export const KIT_PRINTS = [
  {
    name: 'poster.pdf',
    words: 'poster',
    type: 'application/pdf',
    make: (shared, context) =>
      toPdf(drawSheet(toHandout(shared, context, 'poster')), toInfo(shared, context)),
  },
  {
    name: 'card.pdf',
    words: 'card',
    type: 'application/pdf',
    make: (shared, context) =>
      toPdf(drawCard(toHandout(shared, context, 'card')), toInfo(shared, context)),
  },
  {
    name: 'picture.png',
    words: 'picture',
    type: 'image/png',
    make: (shared, context) =>
      toPng(drawSheet(toHandout(shared, context, 'fb'), PICTURE.height), PICTURE.width),
  },
] as const satisfies readonly KitFile[]

/** Everything that can be made of one thing that is shared. The circular is for all of them. */
export const KIT_FILES: readonly KitFile[] = [...KIT_TEXTS, ...KIT_PRINTS]

/**
 * Whether a file may be made now. Under an official notice only the message to be sent at once is: it tells the notice
 * and its end, while what hangs on a wall or was read aloud goes on when the notice is over.
 */
export const isMade = ({ words }: KitFile, { isReplaced }: Shared) =>
  !isReplaced || words === 'zalo'

const toInfo = ({ title, date }: Shared, { knowledge }: KitContext) => ({
  title,
  author: knowledge.settings.campaign.organiser,
  date,
})

/** A file as people save it, `Áp phích A4 – Chip có theo dõi.pdf`: without signs that a file system refuses. */
export function toFileTitle(words: string, about: readonly string[], name: string): string {
  const extension = name.slice(name.lastIndexOf('.'))
  const title = [words, ...about].join(' – ').replace(/[\\/:*?"<>|]/g, '')
  return `${title.replace(/\s+/g, ' ').trim().slice(0, 120)}${extension}`
}
