import { readSourceFiles, type SourceFile } from '../knowledge/source-file'
import { CommandError } from './command-error'

/**
 * Every YAML file below a folder, for a command.
 * @throws {CommandError} when it cannot be read; says what to do
 */
export function readFolder(folder: string): SourceFile[] {
  try {
    return readSourceFiles(folder)
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error))
  }
}
