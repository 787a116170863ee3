import { Button, List, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'

/** Lines shown before the rest is asked for. */
const SHOWN = 2
/** Characters that fit in a line of a telephone. */
const LINE = 40

/** Why something rests on a document, a line for each reason: the beginnings, and all of it when it is asked for. */
export function Reasons({ lines }: { lines: readonly string[] }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const shown = isOpen ? lines : lines.slice(0, SHOWN)
  const hasMore = lines.length > SHOWN || lines.some(({ length }) => length > LINE)
  return (
    <>
      <List size="sm" c="dark.4" pr="lg">
        {shown.map((line) => (
          <List.Item key={line}>
            <Text size="sm" lineClamp={isOpen ? undefined : 1}>
              {line}
            </Text>
          </List.Item>
        ))}
      </List>
      {hasMore && (
        <Button
          variant="subtle"
          size="compact-md"
          w="fit-content"
          px={0}
          onClick={toggle}
          aria-expanded={isOpen}
        >
          {isOpen ? 'Thu lại' : lines.length > SHOWN ? `Xem cả ${lines.length} dòng` : 'Xem cả'}
        </Button>
      )}
    </>
  )
}
