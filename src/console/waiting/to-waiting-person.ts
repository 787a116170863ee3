import { isWithStaff } from '../../delivery/find-hindrance'
import type { HelpRequest } from '../../storage/help-request-table'
import type { WaitingOptions } from './waiting-options'

/**
 * Who speaks with someone who asked for a person.
 * - `waiting`: nobody of the staff
 * - `taken`: whoever took it, and the bot is silent
 * - `lapsed`: who took it has not written for so long that the bot answers again
 * - `elsewhere`: staff write in the platform's own inbox
 */
export type WaitingState = 'waiting' | 'taken' | 'lapsed' | 'elsewhere'

/** Someone who asked for a person, as the screen shows them: no name and no id of the platform. */
export type WaitingPerson = {
  id: number
  channel: string
  state: WaitingState
  takenBy: { id: number; name: string } | null
  /** Epoch milliseconds. */
  askedAt: number
  heardAt: number | null
  /** Until when the platform takes a reply; null where it always does. */
  replyBefore: number | null
  /** Why no reply can be sent now, in Vietnamese; null where it can. */
  closed: string | null
}

const HOUR_MS = 3_600_000

/** How a request stands now. */
export function toWaitingPerson(
  { id, channel, askedAt, heardAt, takenBy, staffSince }: HelpRequest,
  { channels, settings, now }: Pick<WaitingOptions, 'channels' | 'settings' | 'now'>,
): WaitingPerson {
  const staffHoldMs = settings().staff.keeps_conversation_hours * HOUR_MS
  const withStaff = isWithStaff(staffSince, { staffHoldMs, now: now() })
  const spoken = channels.get(channel)
  const windowMs = spoken?.replyWindowMs
  const replyBefore = windowMs === undefined || heardAt === null ? null : heardAt + windowMs
  const isOver = replyBefore !== null && now() >= replyBefore
  return {
    id,
    channel,
    askedAt,
    heardAt,
    takenBy,
    replyBefore,
    state: takenBy ? (withStaff ? 'taken' : 'lapsed') : withStaff ? 'elsewhere' : 'waiting',
    closed: toClosed({ isOff: !spoken, isErased: heardAt === null, isOver, windowMs }),
  }
}

function toClosed(why: {
  isOff: boolean
  isErased: boolean
  isOver: boolean
  windowMs: number | undefined
}): string | null {
  if (why.isOff) return 'Kênh này đang tắt nên chưa gửi được.'
  if (why.isErased) return 'Người dân đã xóa cuộc trò chuyện.'
  if (!why.isOver || why.windowMs === undefined) return null
  const hours = why.windowMs / HOUR_MS
  const time = hours % 24 === 0 && hours > 24 ? `${hours / 24} ngày` : `${hours} giờ`
  return `Đã quá ${time} kể từ tin cuối của người dân, nên nền tảng không cho gửi nữa. Họ nhắn lại thì bạn trả lời được.`
}
