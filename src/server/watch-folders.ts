import { watch } from 'chokidar'

/** Editors write in several strokes (a new file, then a rename), and a copy brings many files. */
const QUIET_MS = 100

/** What {@link watchFolders} tells. */
export type FolderWatch = {
  /** Something may have changed, and nothing did for a moment. Also called once when watching has begun. */
  onChange(): void
  /** The folders cannot be watched, or no longer. */
  onError(error: unknown): void
}

/** Watches the YAML files below some folders. With `CHOKIDAR_USEPOLLING=1` it works on network folders too. */
export function watchFolders(
  folders: readonly string[],
  { onChange, onError }: FolderWatch,
): { close(): Promise<void> } {
  let quiet: NodeJS.Timeout | undefined
  const changed = () => {
    clearTimeout(quiet)
    quiet = setTimeout(onChange, QUIET_MS)
  }
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !path.endsWith('.yaml'),
  })
  watcher.on('all', changed).on('ready', changed).on('error', onError)
  return {
    async close() {
      clearTimeout(quiet)
      await watcher.close()
      clearTimeout(quiet)
    },
  }
}
