import { Text } from '@mantine/core'
import type { EntryProblem } from '../../../../rehearsal/check-entry'

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
      <Text key={`${path} ${message}`} size="sm" c={level === 'error' ? 'red.9' : 'orange.9'}>
        {level === 'error' ? 'Phải sửa: ' : 'Lưu ý: '}
        {line !== undefined && `“${line}”: `}
        {message}
      </Text>
    )
  })
}
