import { join } from 'node:path'
import { startProgram } from '../../e2e/start-program'
import { until } from '../../e2e/until'
import { describeOnPostgres } from '../../storage/databases'
import { openSmallConsole } from '../answers/small-console'

jest.setTimeout(120_000)

const TEXT = 'Sáng nay hệ thống bảo trì.'

describeOnPostgres('a notice let out in one process', (use) => {
  test('is told by another, and ended there by the first', async () => {
    const environment = { DATABASE_URL: use.server.url }
    const here = await openSmallConsole('', { environment })
    const there = await startProgram({
      ...environment,
      KNOWLEDGE_DIR: join(here.folder, 'knowledge'),
      FLOWS_DIR: join(here.folder, 'flows'),
    })
    try {
      const isToldThere = async () =>
        (await (await fetch(`${there.url}/t/chip`)).text()).includes(TEXT)
      const bulletin = { text: TEXT, link: null, topic: null, endsAt: Date.now() + 3_600_000 }
      const { id } = await here.as.editor.ask('POST', '/urgent', bulletin)
      await here.as.approver.ask('POST', `/urgent/${id}/approve`)
      expect(await isToldThere()).toBe(false)
      const { became } = await here.as.admin.ask('POST', `/urgent/${id}/approve`)
      expect(became).toBe('out')
      await until('the other process', isToldThere)
      await here.as.admin.ask('POST', `/urgent/${id}/end`)
      await until('its end', async () => !(await isToldThere()))
    } finally {
      await there.stop()
      await here.close()
    }
  })
})
