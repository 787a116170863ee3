import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The project's alert rules. */
export const RULES = join(__dirname, '../../ops/alerts.yaml')

/** Why Prometheus' own checks cannot run here; empty where they can. */
export const promtoolProblem = findProblem()

function findProblem(): string {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'pipe' })
    return ''
  } catch {
    return 'no promtool; on Debian it is in the package prometheus'
  }
}

/**
 * Lets promtool read a file of rules.
 * @throws {Error} with what it complains of
 */
export async function checkRules(file: string): Promise<void> {
  await run('promtool', ['check', 'rules', file])
}

/**
 * Lets Prometheus evaluate the project's rules over what a program told: for an hour and a half as it was before, then
 * as it was after. Checks that nothing was raised before, and exactly these alerts within a quarter of an hour after.
 * @param told what `/metrics` said; null for a program that does not answer
 * @throws {Error} with promtool's complaint
 */
export async function expectRaised(
  alerts: readonly string[],
  told: { before: string; after: string | null },
): Promise<void> {
  const before = readSeries(told.before)
  const after = told.after === null ? new Map<string, string>() : readSeries(told.after)
  const job = (series: string) => addLabels(series, 'job="loa",instance="loa:3978"')
  const values = (one: Map<string, string>, series: string, times: number) => {
    const value = one.get(series)
    return value === undefined ? `_x${times}` : `${value}+0x${times - 1}`
  }
  const input_series = [...new Set([...before.keys(), ...after.keys()])].map((series) => ({
    series: job(series),
    values: `${values(before, series, 90)} ${values(after, series, 30)}`,
  }))
  input_series.push({ series: job('up'), values: `1+0x89 ${told.after === null ? 0 : 1}+0x29` })
  const expr = 'group by (alertname) (max_over_time(ALERTS{alertstate="firing"}[15m]))'
  const raised = alerts.map((name) => ({ labels: `{alertname="${name}"}`, value: 1 }))
  await runTest({
    rule_files: [RULES],
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series,
        promql_expr_test: [
          { expr, eval_time: '85m', exp_samples: [] },
          { expr, eval_time: '105m', exp_samples: raised },
        ],
      },
    ],
  })
}

async function runTest(test: object): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loa-rules-'))
  try {
    const file = join(folder, 'test.yaml')
    // YAML takes JSON as it is.
    writeFileSync(file, JSON.stringify(test))
    await run('promtool', ['test', 'rules', file])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What stands in a scrape: each series with its value, as written. */
function readSeries(scraped: string): Map<string, string> {
  const lines = scraped.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(0, at), line.slice(at + 1).replace('Nan', 'NaN')]
    }),
  )
}

function addLabels(series: string, labels: string): string {
  return series.endsWith('}') ? `${series.slice(0, -1)},${labels}}` : `${series}{${labels}}`
}
