import type { WaitingPerson } from '../../../waiting/to-waiting-person'

/** How a request stands, in words and as a colour of the theme. */
export function toStateWords({ state, takenBy }: WaitingPerson): { color: string; words: string } {
  switch (state) {
    case 'waiting':
      return { color: 'red', words: 'Chưa ai nhận' }
    case 'taken':
      return { color: 'blue', words: `${takenBy?.name ?? ''} đang trả lời` }
    case 'lapsed':
      return { color: 'orange', words: `${takenBy?.name ?? ''} đã lâu không trả lời` }
    case 'elsewhere':
      return { color: 'gray', words: 'Cán bộ đang nhắn trong hộp thư của trang' }
  }
}
