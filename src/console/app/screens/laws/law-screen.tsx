import { Anchor, Button, Card, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { callApi } from '../../call-api'
import { useMayEdit } from '../../session/use-may-edit'
import { ScreenFrame } from '../../shell/screen-frame'
import { ItemLink } from './item-link'
import { LawChangeDialog } from './law-change-dialog'
import { KIND_NAMES, LAWS_KEY, type LawView } from './law-types'
import { Reasons } from './reasons'
import { ReviewLine } from './review-line'

/** A legal document: everything that rests on it, with owners, and what to do when it changes. */
export function LawScreen() {
  const { id = '' } = useParams()
  const { data: law, error } = useQuery({
    queryKey: [...LAWS_KEY, 'document', id],
    queryFn: () => callApi<LawView>(`/laws/documents/${id}`),
  })
  return (
    <ScreenFrame title={law?.name ?? 'Văn bản pháp luật'} error={error}>
      <Anchor component={Link} to="/laws" underline="always">
        Về danh sách văn bản
      </Anchor>
      {!law && !error && <Loader aria-label="Đang tải" />}
      {law && <Law law={law} />}
    </ScreenFrame>
  )
}

function Law({ law }: { law: LawView }) {
  const mayEdit = useMayEdit()
  const [isOpen, { open, close }] = useDisclosure(false)
  const { items, links, facts, reviews } = law
  return (
    <Stack>
      {mayEdit && items.length + links.length > 0 && (
        <Group>
          <Button onClick={open}>Văn bản này đã thay đổi hoặc bị thay thế</Button>
        </Group>
      )}
      {isOpen && <LawChangeDialog law={law} onClose={close} />}
      {reviews.length > 0 && (
        <Section title="Danh sách xem lại">
          {reviews.map((review) => (
            <ReviewLine key={review.id} review={review} />
          ))}
        </Section>
      )}
      {(['topic', 'flow', 'note'] as const).map((kind) => {
        const own = items.filter((item) => item.kind === kind)
        return (
          own.length > 0 && (
            <Section key={kind} title={`${KIND_NAMES[kind]}: ${own.length}`}>
              {own.map(({ id, title, owner, reasons }) => (
                <Card key={id} withBorder component="li" padding="sm">
                  <ItemLink kind={kind} target={id} title={title} />
                  <Text size="sm">{owner}</Text>
                  <Reasons lines={reasons} />
                </Card>
              ))}
            </Section>
          )
        )
      })}
      {links.length > 0 && (
        <Section title={`${KIND_NAMES.link}: ${links.length}`}>
          {links.map(({ path, title, owner, places, kits }) => (
            <Card key={path} withBorder component="li" padding="sm">
              <Anchor href={path} target="_blank" rel="noreferrer" fw={600} underline="always">
                {path}
              </Anchor>
              <Text size="sm">
                {title} · {owner}
              </Text>
              <Reasons lines={places.map((place) => `Đã phát: ${place}`)} />
              {kits.map((kit) => (
                <Anchor key={kit} href={kit} target="_blank" rel="noreferrer" size="sm">
                  Làm lại giấy tờ: {kit}
                </Anchor>
              ))}
            </Card>
          ))}
        </Section>
      )}
      {facts.length > 0 && (
        <Section title={`Điều đã đối chiếu với văn bản này: ${facts.length}`}>
          <Card withBorder component="li" padding="sm">
            <Reasons lines={facts.map(({ id, says }) => `${id}: ${says}`)} />
          </Card>
        </Section>
      )}
    </Stack>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h3">
        {title}
      </Title>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {children}
      </Stack>
    </Stack>
  )
}
