import { open } from 'node:fs/promises'
import { Zip, ZipDeflate } from 'fflate'
import type { SetFile } from './list-set'

/** A file of a ZIP that is made when its turn comes. */
export type ZipOptions = {
  /** After each file, with how many are in it, and the milliseconds that it took. */
  onFile(done: number, tookMs: number): Promise<void>
}

/**
 * Writes files into a ZIP on the disk, one after the other, so that one alone is in memory. Names in it are UTF-8 and
 * said to be so, as Windows wants it. What was written stays when a file cannot be made.
 */
export async function writeZip(
  path: string,
  files: readonly SetFile[],
  { onFile }: ZipOptions,
): Promise<void> {
  const disk = await open(path, 'wx')
  try {
    const chunks: Uint8Array[] = []
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      chunks.push(chunk)
    })
    for (const [index, file] of files.entries()) {
      const began = performance.now()
      // Stored files of a length that is not known at first cannot be read by every program; packed ones can.
      const packed = new ZipDeflate(file.path.normalize('NFC'), { level: 1 })
      zip.add(packed)
      packed.push(await file.make(), true)
      await disk.writeFile(Buffer.concat(chunks.splice(0)))
      await onFile(index + 1, performance.now() - began)
    }
    zip.end()
    await disk.writeFile(Buffer.concat(chunks))
  } finally {
    await disk.close()
  }
}
