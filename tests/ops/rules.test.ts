import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { startProgram } from '../e2e/start-program'
import { checkRules, promtoolProblem, RULES } from './promtool'

type Rule = { alert: string; expr: string; annotations: { runbook_url: string } }
type Panel = { title: string; targets: { expr: string }[] }

const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8')
const rules: Rule[] = parse(read('ops/alerts.yaml')).groups.flatMap(
  ({ rules: of }: { rules: Rule[] }) => of,
)
const { panels } = JSON.parse(read('ops/grafana-dashboard.json')) as { panels: Panel[] }
const shown = panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr })))

test('every metric of the rules and the dashboard is told by a running program', async () => {
  const program = await startProgram()
  const metrics = await (await fetch(`${program.url}/metrics`)).text()
  await program.stop()
  const told = new Map(
    [...metrics.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', type = '']) => [name, type]),
  )
  for (const { expr } of [...rules, ...shown]) {
    const names = expr.match(/\b(loa|process|nodejs)_\w+/g) ?? []
    expect(names.length + (expr.match(/\bup\b/g)?.length ?? 0)).toBeGreaterThan(0)
    for (const name of names) {
      const isBucket = name.endsWith('_bucket')
      expect([name, told.get(name.replace(/_bucket$/, ''))]).toEqual([
        name,
        isBucket ? 'histogram' : expect.stringMatching(/^(counter|gauge)$/),
      ])
    }
  }
  const helped = [...metrics.matchAll(/^# HELP (loa_\w+) \S+ .{10,}$/gm)].map(([, name]) => name)
  expect(helped).toEqual([...told.keys()].filter((name) => name.startsWith('loa_')))
})

test('each alert has a runbook under the heading that it links to', () => {
  const headings = [...read('docs/operations.md').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text.toLowerCase().replaceAll(' ', '-'),
  )
  for (const { alert, annotations } of rules) {
    const [file, anchor] = annotations.runbook_url.split('#')
    expect([alert, file, anchor]).toEqual([alert, 'docs/operations.md', alert.toLowerCase()])
    expect(headings).toContain(anchor)
  }
})

const testIf = promtoolProblem === '' ? test : test.skip
testIf(`Prometheus takes the rules and what the dashboard asks ${promtoolProblem}`, async () => {
  await checkRules(RULES)
  const folder = mkdtempSync(join(tmpdir(), 'loa-dashboard-'))
  try {
    const file = join(folder, 'dashboard.yaml')
    const records = shown.map(({ expr }, index) => ({
      record: `panel:${index}`,
      expr: expr.replaceAll('$__rate_interval', '5m'),
    }))
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules: records }] }))
    await checkRules(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
