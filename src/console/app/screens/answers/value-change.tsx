import { Box, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FieldChange } from '../../../../knowledge/compare-topic-forms'
import { FIELD_NAMES } from '../../../answers/field-names'
import { CHANNEL_NAMES, showDay } from './answer-words'
import { compareWords } from './compare-words'

/** What a field said and says now, in words: of a list what came and went, of a text what differs. */
export function ValueChange({ change, name }: { change: FieldChange; name: string }) {
  const [was, now] = [toLines(change.field, change.was), toLines(change.field, change.now)]
  return (
    <Box component="section">
      <Text fw={600}>{name}</Text>
      {Array.isArray(was) && Array.isArray(now) ? (
        <ListChange was={was} now={now} />
      ) : (
        <TextChange was={String(was)} now={String(now)} />
      )}
    </Box>
  )
}

function ListChange({ was, now }: { was: string[]; now: string[] }) {
  const removed = was.filter((one) => !now.includes(one))
  const added = now.filter((one) => !was.includes(one))
  return (
    <>
      {removed.map((one) => (
        <Line key={`-${one}`} kind="Bỏ">
          <del>{one}</del>
        </Line>
      ))}
      {added.map((one) => (
        <Line key={`+${one}`} kind="Thêm">
          {one}
        </Line>
      ))}
      {removed.length + added.length === 0 && <Text size="sm">Đổi thứ tự</Text>}
    </>
  )
}

function TextChange({ was, now }: { was: string; now: string }) {
  const { before, removed, added, after } = compareWords(was, now)
  return (
    <>
      <Line kind="Trước">
        {was === '' ? '(trống)' : before}
        {removed && <del>{removed}</del>}
        {after}
      </Line>
      <Line kind="Nay">
        {now === '' ? '(trống)' : before}
        {added && <mark>{added}</mark>}
        {after}
      </Line>
    </>
  )
}

function Line({ kind, children }: { kind: string; children: ReactNode }) {
  return (
    <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
      <b>{kind}:</b> {children}
    </Text>
  )
}

type Button = { topic?: string; flow?: string; link?: string; title?: string }

/** A value as lines of words: the server gives what the form holds. */
function toLines(field: string, value: unknown): string | string[] {
  if (field === 'buttons') return (value as Button[]).map(showButton) // of the form
  if (field === 'sources') {
    return (value as { claim?: string; fact?: string }[]).map(
      ({ claim, fact }) => claim ?? fact ?? '',
    )
  }
  if (field === 'answer.channels') {
    return Object.entries(value as Record<string, Record<string, string>>).flatMap(
      ([channel, own]) =>
        Object.entries(own).map(
          ([part, text]) =>
            `${CHANNEL_NAMES[channel] ?? channel}, ${FIELD_NAMES[`answer.${part}`]}: ${text}`,
        ),
    )
  }
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return showDay(value)
  return value === null || value === undefined ? '' : String(value)
}

function showButton({ topic, flow, link, title }: Button): string {
  if (link !== undefined) return `${title} (${link})`
  return topic === undefined ? `Hướng dẫn ${flow}` : `Mục ${topic}`
}
