import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { imageNamesIn } from '@minutebook/shared/wire'
import { file } from './folder.ts'
import type { RemoteImages } from './remote.ts'
import type { Terminal } from './terminal.ts'

/** The folder beside the Markdown in which its images are, as their addresses say. */
const folderName = 'images'

/** Writes the images that a note's Markdown speaks of beside it. One that the note does not have is named. [X40] */
export async function exportImages(
  terminal: Terminal,
  images: RemoteImages,
  { id, name, bytes, folder }: { id: string; name: string; bytes: Uint8Array; folder: string },
): Promise<void> {
  for (const imageName of imageNamesIn(new TextDecoder().decode(bytes))) {
    const image = await images.bytes(id, imageName)
    if (image) await file(join(folder, folderName), imageName, image, false)
    else terminal.out(`${name}: the note does not have ${folderName}/${imageName}`)
  }
}

/** Posts the images that lie beside a file, and that it speaks of, to the note that it became. [X41] */
export async function importImages(
  terminal: Terminal,
  images: RemoteImages,
  { id, path, bytes }: { id: string; path: string; bytes: Uint8Array },
): Promise<void> {
  for (const imageName of imageNamesIn(new TextDecoder().decode(bytes))) {
    const image = await readIfThere(join(dirname(path), folderName, imageName))
    if (image === null || !(await images.add(id, image))) {
      terminal.out(`${path}: ${folderName}/${imageName} ${image ? 'was refused' : 'is not beside it'}`)
    }
  }
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
