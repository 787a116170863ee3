import { Text } from '@mantine/core'
import type { EntryProblem } from '../../../../rehearsal/entry-problem'

/** Mantine's darkest orange is too light for text. */
const WARNING_COLOR = '#8a3b00'

/** What is to be mended in a field; of a list with the line that it is about. */
export function FieldProblems({
  problems,
  lines,
}: {
  problems: readonly EntryProblem[]
  lines?: readonly string[]
}) {
  return problems.map(({ path, message, level }) => {
    const index = path.find((key) => typeof key === 'number')
    const line = lines && index !== undefined ? lines[Number(index)] : undefined
    return (
      <Text key={`${path} ${message}`} size="sm" c={level === 'error' ? 'red.9' : WARNING_COLOR}>
        {level === 'error' ? 'Phải sửa: ' : 'Lưu ý: '}
        {line !== undefined && `“${line}”: `}
        {message}
      </Text>
    )
  })
}
