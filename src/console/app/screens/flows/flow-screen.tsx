import { Group, Loader, Select, Stack, Tabs, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useParams } from 'react-router'
import { formatCount } from '../../../../insights/shown-count'
import type { Funnel } from '../../../../insights/to-funnel'
import type { FlowView } from '../../../flows/create-flows-routes'
import { ScreenFrame } from '../../shell/screen-frame'
import { FlowDiagram } from './flow-diagram'
import { FlowLinks } from './flow-links'
import { StepTable } from './step-table'
import { useFlow, useFunnels } from './use-flows'

/** A guide: how its steps hang together, and how far people come in it. */
export function FlowScreen() {
  const { id = '' } = useParams()
  const { data: flow, error } = useFlow(id)
  const { data: numbers, error: numbersError } = useFunnels(id, flow?.days)
  return (
    <ScreenFrame title={flow?.outline.title ?? 'Hướng dẫn'} error={error ?? numbersError}>
      <FlowLinks id={id} at="" />
      {flow && numbers ? (
        <Steps key={id} flow={flow} funnels={numbers.funnels} />
      ) : (
        !error && !numbersError && <Loader aria-label="Đang tải" />
      )}
    </ScreenFrame>
  )
}

function Steps({ flow: { outline }, funnels }: { flow: FlowView; funnels: Funnel[] }) {
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false })
  const [version, setVersion] = useState<string | null>(null)
  const funnel = funnels.find((one) => String(one.version) === version) ?? funnels[0]
  return (
    <Stack>
      <Text>
        Bản {outline.version}, {outline.steps.length} bước.{' '}
        {funnel
          ? `Làm xong cả hướng dẫn: ${formatCount(funnel.completed)} người trong 30 ngày qua.`
          : 'Chưa ai làm hướng dẫn này trong 30 ngày qua.'}
      </Text>
      {funnels.length > 1 && (
        <Group>
          <Select
            label="Số người của bản"
            description="Ai bắt đầu bản nào thì tính vào bản ấy"
            data={funnels.map((one) => String(one.version))}
            value={String(funnel?.version)}
            onChange={setVersion}
            w={260}
          />
        </Group>
      )}
      <Tabs defaultValue={isWide ? 'diagram' : 'list'} keepMounted={false}>
        <Tabs.List>
          {(isWide ? (['diagram', 'list'] as const) : (['list', 'diagram'] as const)).map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {tab === 'list' ? 'Danh sách bước' : 'Sơ đồ'}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="diagram" pt="sm">
          <FlowDiagram outline={outline} funnel={funnel} />
        </Tabs.Panel>
        <Tabs.Panel value="list" pt="sm">
          <StepTable outline={outline} funnel={funnel} />
        </Tabs.Panel>
      </Tabs>
      <Text size="sm" c="dark.4">
        Số người làm tròn đến 5; số từ 1 đến 4 chỉ ghi "&lt;5", để không ai bị nhận ra. "Dừng ở đây"
        là người tới bước này mà chưa đi tiếp: tự bấm thôi, im lặng, hoặc còn đang làm.
      </Text>
    </Stack>
  )
}
