import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A command that a paper tells, and where. */
export type ToldCommand = { at: string; command: string }

/** The papers for people who type commands. */
export const PAPERS: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
]

/** Every line of a block ```sh, without what is remarked on it. */
export function findBlockCommands(paper: string): ToldCommand[] {
  let inBlock = false
  return readFileSync(paper, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const fence = /^\s*```(\w*)/.exec(line)
      if (fence) {
        inBlock = fence[1] === 'sh'
        return []
      }
      const command = line.replace(/(^|\s)#\s.*$/, '').trim()
      return inBlock && command ? [{ at: `${paper}:${index + 1}`, command }] : []
    })
}

/** Every command of npm, npx or Docker that stands in a line of text. */
export function findInlineCommands(paper: string): ToldCommand[] {
  return readFileSync(paper, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/`([^`]+)`/g)].flatMap(([, command = '']) =>
        /(^|\| |&& )(npm|npx|docker) /.test(command)
          ? [{ at: `${paper}:${index + 1}`, command: command.replaceAll('\\|', '|') }]
          : [],
      ),
    )
}
