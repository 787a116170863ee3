import { Button, Loader, SimpleGrid } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../../people/to-person'
import { callApi } from '../../call-api'
import { ScreenFrame } from '../../shell/screen-frame'
import { type HandedLink, HandedLinkDialog } from './handed-link-dialog'
import { InviteDialog } from './invite-dialog'
import { PEOPLE_KEY } from './people-key'
import { PersonCard } from './person-card'

/** Who works with the console: invite, change what somebody may do, lock, help back in. */
export function PeopleScreen() {
  const { data, error } = useQuery({
    queryKey: PEOPLE_KEY,
    queryFn: () => callApi<{ people: Person[] }>('/people'),
  })
  const [isInviting, inviting] = useDisclosure(false)
  const [link, setLink] = useState<HandedLink | null>(null)
  const hand = (handed: HandedLink) => {
    inviting.close()
    setLink(handed)
  }
  return (
    <ScreenFrame title="Người dùng" error={error}>
      <Button
        leftSection={<IconUserPlus size={20} />}
        onClick={inviting.open}
        style={{ alignSelf: 'flex-start' }}
      >
        Mời người mới
      </Button>
      {!data && !error && <Loader aria-label="Đang mở" />}
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {data?.people.map((person) => (
          <PersonCard key={person.id} person={person} onLink={hand} />
        ))}
      </SimpleGrid>
      <InviteDialog isOpen={isInviting} onClose={inviting.close} onInvited={hand} />
      <HandedLinkDialog link={link} onClose={() => setLink(null)} />
    </ScreenFrame>
  )
}
