import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { isSame } from './form-fields'

/** A list that is written as lines. Empty lines stay while someone types, and are no items. */
export function LinesField({
  label,
  description,
  lines,
  onChange,
}: {
  label: string
  description: string
  lines: readonly string[]
  onChange(lines: string[]): void
}) {
  const [typed, setTyped] = useState(() => lines.join('\n'))
  // Something else than typing changed the list: a conflict was settled, a draft thrown away.
  const text = isSame(toItems(typed), lines) ? typed : lines.join('\n')
  return (
    <Textarea
      label={label}
      description={description}
      minRows={6}
      maxRows={16}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        onChange(toItems(value))
      }}
    />
  )
}

function toItems(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
}
