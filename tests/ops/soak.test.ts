import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isBuilt } from '../e2e/spawn-program'

const testIf = isBuilt ? test : test.skip

testIf(
  `a short soak answers every message and draws the memory${isBuilt ? '' : ': not built'}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'loa-soak-'))
    try {
      const svg = join(folder, 'memory.svg')
      const words = ['bench/soak/soak.ts', '--minutes', '0.1', '--rate', '10', '--svg', svg]
      const { status, stdout, stderr } = spawnSync('node_modules/.bin/tsx', words, {
        encoding: 'utf8',
      })
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(/\d+ sent, 0 refused, \d+ answers/)
      expect(readFileSync(svg, 'utf8')).toMatch(/^<svg .*<polyline .*<polyline .*<\/svg>\n$/s)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
