import { Group, Select, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Funnel } from '../../../../insights/to-funnel'
import { callApi } from '../../call-api'
import { FunnelTable } from './funnel-table'
import type { NumberChoices } from './numbers-types'

/** How far people came in a guide. */
export function FunnelSection({ choices, query }: { choices: NumberChoices; query: string }) {
  const [flow, setFlow] = useState(choices.flows[0]?.id ?? null)
  const [version, setVersion] = useState<string | null>(null)
  const { data, error } = useQuery({
    queryKey: ['numbers', 'flow', flow, query],
    queryFn: () =>
      callApi<{ funnels: Funnel[]; names: Record<string, string> }>(
        `/numbers/flows/${flow}?${query}`,
      ),
    enabled: flow !== null,
  })
  const shown =
    data?.funnels.find((funnel) => String(funnel.version) === version) ?? data?.funnels[0]
  return (
    <Stack component="section" aria-labelledby="funnel">
      <Title order={2} size="h3" id="funnel">
        Hướng dẫn từng bước
      </Title>
      <Group align="flex-end">
        <Select
          label="Hướng dẫn"
          data={choices.flows.map(({ id, title }) => ({ value: id, label: title }))}
          value={flow}
          onChange={setFlow}
          flex="1 1 260px"
          maw={480}
        />
        {data && data.funnels.length > 1 && (
          <Select
            label="Bản"
            data={data.funnels.map((funnel) => String(funnel.version))}
            value={String(shown?.version)}
            onChange={setVersion}
            w={110}
          />
        )}
      </Group>
      {error && <Text c="red.9">{error.message}</Text>}
      {data && !shown && <Text>Chưa ai làm hướng dẫn này trong những ngày này.</Text>}
      {data && shown && <FunnelTable funnel={shown} names={data.names} />}
    </Stack>
  )
}
