import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { scripts, 'scripts-info': groups } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
  'scripts-info': Record<string, Record<string, string>>
}

test('every script has one line, in the order in which npm run lists them', () => {
  expect(Object.values(groups).flatMap((group) => Object.keys(group))).toEqual(Object.keys(scripts))
})

test('npm run help prints the groups with every line', () => {
  const { stdout, status } = spawnSync('npx', ['tsx', 'src/cli/help.ts'], { encoding: 'utf8' })
  expect(status).toBe(0)
  for (const [group, lines] of Object.entries(groups)) {
    expect(stdout).toContain(`${group}\n`)
    for (const [name, line] of Object.entries(lines)) {
      expect(stdout).toMatch(new RegExp(`^ {2}npm (run )?${name} +\\S`, 'm'))
      expect(stdout).toContain(line)
    }
  }
})
