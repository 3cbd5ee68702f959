/** A file to take away. */
export interface SavedFile {
  bytes: Blob
  fileName: string
}

/** Hands a file to the browser's downloads. */
export function saveFile({ bytes, fileName }: SavedFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
