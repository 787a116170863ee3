import type { NewLawReviewItem } from '../../storage/law-review-table'
import type { LawDocument, RestingItem, RestingStep } from './law-graph'
import type { PrintedLink } from './to-printed-links'

/** What is to be looked at when a document changes: shared notes first, as entries tell them, links last. */
export function toReviewItems(
  { items }: Pick<LawDocument, 'items'>,
  links: readonly PrintedLink[],
): NewLawReviewItem[] {
  const ofKind = (kind: RestingItem['kind']) =>
    items.filter((item) => item.kind === kind).map(toReviewItem)
  return [
    ...ofKind('note'),
    ...ofKind('topic'),
    ...ofKind('flow'),
    ...links.map(({ path, title, owner, places }) => ({
      kind: 'link' as const,
      target: path,
      title,
      owner,
      detail: places.map((place) => `Đã phát: ${place}`).join('\n'),
    })),
  ]
}

function toReviewItem({ kind, id, title, owner, ...item }: RestingItem): NewLawReviewItem {
  return { kind, target: id, title, owner, detail: toReasons(item).join('\n') }
}

/** Why an item rests on its document, in lines for who looks at it. */
export function toReasons({
  through,
  isNamed,
  isOff,
  steps,
}: Pick<RestingItem, 'through' | 'isNamed' | 'isOff' | 'steps'>): string[] {
  return [
    ...(isOff ? ['Mục này đang tắt.'] : []),
    ...(isNamed ? ['Lời nói với người dân có nêu tên văn bản này.'] : []),
    ...through.map(({ id, says, isNote }) =>
      isNote ? `Kèm lời dặn ${id}: ${says}` : `Dựa vào ${id}: ${says}`,
    ),
    ...steps.map(toLine),
  ]
}

const MARKS = { names: ' (có nêu tên văn bản)', leads: ' (mời xem mục cũng dựa vào văn bản)' }

function toLine({ short, mark }: RestingStep, index: number): string {
  return `Bước ${index + 1}: ${short}${mark ? MARKS[mark] : ''}`
}
