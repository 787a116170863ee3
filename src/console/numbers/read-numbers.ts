import { z } from 'zod'
import { type NumberTable, toNumberTable } from '../../insights/to-number-table'
import { toHanoiDay } from '../../knowledge/hanoi-day'
import type { Database } from '../../storage/open-database'
import { type TallyChoice, type TallyCount, tallyTable } from '../../storage/tally-table'
import { PEOPLE, visitorTable } from '../../storage/visitor-table'
import { Refusal } from '../refusal'

const DAY_MS = 24 * 3_600_000
/** A longer look is a report of its own, by the export. */
const LONGEST_DAYS = 366

const day = z.iso.date('Ngày viết theo dạng 2026-11-24.')
const chosen = z
  .string()
  .max(200)
  .optional()
  .transform((value) => value || undefined)

/** What of the numbers is asked for; days are in Hanoi, both included. */
export const numbersQuery = z.object({
  from: day,
  to: day,
  channel: chosen,
  topic: chosen,
  link: chosen,
})

/** See {@link numbersQuery}. */
export type NumbersQuery = z.output<typeof numbersQuery>

/** By what the numbers are told apart. */
export const NUMBER_KEYS = ['day', 'channel', 'topic', 'link'] as const

/** See {@link NUMBER_KEYS}. */
export type NumberKey = (typeof NUMBER_KEYS)[number]

/**
 * The numbers of a period by one key, small ones hidden. Days without anything have a row too.
 * @throws {Refusal} 400 when the period is longer than a year or ends before it begins
 */
export async function readNumbers(
  { kysely }: Database,
  key: NumberKey,
  query: NumbersQuery,
): Promise<NumberTable> {
  const days = daysOf(query)
  const choice = toChoice(query)
  const counts = await tallyTable(kysely).read(key === 'topic' ? 'subject' : key, choice)
  const today = key === 'topic' || query.topic ? [] : await readOpenPeople({ kysely }, key, query)
  return toNumberTable([...counts, ...today], key === 'day' ? days : [])
}

/** The days of a period, oldest first. */
export function daysOf({ from, to }: Pick<NumbersQuery, 'from' | 'to'>): string[] {
  const count = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  if (count < 1) throw new Refusal(400, 'Ngày kết thúc phải sau ngày bắt đầu.')
  if (count > LONGEST_DAYS) throw new Refusal(400, 'Chỉ xem được nhiều nhất một năm mỗi lần.')
  // Midday: days of the calendar, whatever the clocks do.
  return Array.from({ length: count }, (_, index) =>
    toHanoiDay(Date.parse(`${from}T12:00:00+07:00`) + index * DAY_MS),
  )
}

function toChoice({ from, to, channel, topic, link }: NumbersQuery): TallyChoice {
  return { from, to, channel, subject: topic, link }
}

/** People of days that are not in the daily counts yet. */
async function readOpenPeople(
  { kysely }: Pick<Database, 'kysely'>,
  key: Exclude<NumberKey, 'topic'>,
  { from, to, channel, link }: NumbersQuery,
): Promise<TallyCount[]> {
  const people = await visitorTable(kysely).open()
  return people
    .filter(
      (one) =>
        from <= one.day &&
        one.day <= to &&
        (channel === undefined || one.channel === channel) &&
        (link === undefined || one.link === link),
    )
    .map((one) => ({ key: one[key], measure: PEOPLE, count: one.count }))
}
