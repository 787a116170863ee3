import { CommandError, runCommand } from './command-error'
import { exportToFile, importFromFile } from './exchange-workbook'

const USAGE =
  'Cách dùng: npm run knowledge -- export TỆP.xlsx   hoặc   npm run knowledge -- import TỆP.xlsx'

/** `npm run knowledge`: the knowledge base to a workbook for Excel, and back. */
async function knowledge(): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const [action, path, ...others] = process.argv.slice(2)
  if (!path?.toLowerCase().endsWith('.xlsx') || others.length > 0) throw new CommandError(USAGE)
  if (action === 'export') return exportToFile(path, say)
  if (action === 'import') return importFromFile(path, say)
  throw new CommandError(USAGE)
}

runCommand(knowledge)
