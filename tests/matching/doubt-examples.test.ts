import { doubtExamples } from '../../src/matching/doubt-examples'
import { emptyLexicon } from '../../src/text/lexicon'

const card = [
  'làm thẻ căn cước ở đâu',
  'làm thẻ căn cước mất bao lâu',
  'làm thẻ căn cước hết bao nhiêu tiền',
  'làm thẻ căn cước cần giấy tờ gì',
  'làm thẻ căn cước cho con',
  'làm thẻ căn cước ngày thứ bảy',
  'làm thẻ căn cước tại phường',
  'làm thẻ căn cước lần đầu',
]
const app = [
  'tải ứng dụng vneid ở đâu',
  'tải ứng dụng vneid cho iphone',
  'tải ứng dụng vneid không được',
  'tải ứng dụng vneid trên ch play',
  'tải ứng dụng vneid mất tiền không',
  'tải ứng dụng vneid cho máy cũ',
  'tải ứng dụng vneid bản mới',
  'tải ứng dụng vneid về máy tính',
]
const doubtsOf = (cards: string[]) =>
  doubtExamples(
    {
      intents: [
        { id: 'card', examples: cards },
        { id: 'app', examples: app },
      ],
      lexicon: emptyLexicon,
    },
    0.5,
  ).map(({ intent, example, takenFor }) => ({ intent, example, takenFor }))

test('examples in their own place are not doubted', () => {
  expect(doubtsOf(card)).toEqual([])
})

test('an example in the wrong place is doubted, and told where it belongs', () => {
  const misplaced = [...card.slice(0, 4), 'tải ứng dụng vneid thế nào', ...card.slice(4)]
  expect(doubtsOf(misplaced)).toEqual([{ intent: 'card', example: 4, takenFor: 'app' }])
})
