import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/**
 * The files that `paths` name: a file itself, and every `*.md` below a folder, in the order of their names. Folders whose
 * name begins with a dot are passed over.
 *
 * @throws where a path cannot be read
 */
export async function markdownFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) files.push(...(await below(path)))
    else files.push(path)
  }
  return files
}

async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(entry.name.startsWith('.') ? [] : await below(path)))
    else if (entry.isFile() && entry.name.toLowerCase().endsWith('.md')) files.push(path)
  }
  return files
}

/** What became of a file that was to be written. */
export type Filed = 'written' | 'same' | 'kept'

/**
 * Writes a file into a folder, which is made where it is missing. One that is there and has other bytes is kept, unless
 * `force` says to overwrite it. [X6]
 *
 * @param name without a folder; anything but its last part is left out
 */
export async function file(folder: string, name: string, bytes: Uint8Array, force: boolean): Promise<Filed> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, basename(name))
  try {
    await writeFile(path, bytes, { flag: 'wx' })
    return 'written'
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  if (Buffer.compare(await readFile(path), bytes) === 0) return 'same'
  if (!force) return 'kept'
  await writeFile(path, bytes)
  return 'written'
}
