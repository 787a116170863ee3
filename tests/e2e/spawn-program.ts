import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const PROGRAM = join(__dirname, '../../dist/cli/serve.js')

/** Whether `npm run build` has been run: the program in a process of its own is the built one. */
export const isBuilt = existsSync(PROGRAM)

/** The built program in a process of its own. */
export type SpawnedProgram = {
  url: string
  /** What it wrote when it was ready. */
  told: string
  /** All that it has written until now, to standard output and standard error. */
  output(): string
  signal(signal: NodeJS.Signals): void
  /** Ends it and waits until it is gone. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/**
 * Starts the built program and waits until it is ready.
 * @throws {Error} when it ends by itself; holds what it wrote to standard error
 */
export async function spawnProgram(environment: Record<string, string>): Promise<SpawnedProgram> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      output += text
    })
  }
  const { url, told } = await readStart(child)
  return {
    url,
    told,
    output: () => output,
    signal: (signal) => void child.kill(signal),
    async kill(signal) {
      child.kill(signal)
      await gone
    },
  }
}

function readStart(child: ChildProcess): Promise<{ url: string; told: string }> {
  return new Promise((resolve, reject) => {
    let written = ''
    let complaints = ''
    child.stderr?.on('data', (text) => {
      complaints += text
    })
    child.stdout?.on('data', (text) => {
      written += text
      const [, port] = /Loa is ready\n.*localhost:(\d+)\//.exec(written) ?? []
      if (port) resolve({ url: `http://127.0.0.1:${port}`, told: written })
    })
    child.once('close', () => reject(new Error(complaints)))
  })
}
