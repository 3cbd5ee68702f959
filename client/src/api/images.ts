import type { Failure, ImageAnswer } from '@minutebook/shared/api'
import type { Refusal, Result } from './request.ts'

export interface Sending {
  /** told how much of the image has gone out, from 0 to 1 */
  onProgress: (part: number) => void
  signal: AbortSignal
}

/** Keeps an image with a note. Resolves in every case; a refusal is a value. */
export function addImage(noteId: string, image: Blob, { onProgress, signal }: Sending): Promise<Result<ImageAnswer>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest() // fetch does not tell how much has gone out
    const unreachable = () =>
      resolve({ ok: false, refusal: { code: 'unreachable', message: "The server doesn't answer.", status: 0 } })
    request.open('POST', `/api/notes/${encodeURIComponent(noteId)}/images`)
    request.setRequestHeader('Content-Type', image.type)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      if (request.status === 201) resolve({ ok: true, value: request.response as ImageAnswer })
      else resolve({ ok: false, refusal: refusalOf(request) })
    })
    request.addEventListener('error', unreachable)
    request.addEventListener('abort', unreachable)
    signal.addEventListener('abort', () => request.abort())
    request.send(image)
  })
}

function refusalOf({ status, response }: XMLHttpRequest): Refusal {
  const answer = response as Partial<Failure> | null // null where it is no JSON: a proxy's page
  const { code, message } = answer?.error ?? { code: 'failed', message: `The server answered with status ${status}.` }
  return { code, message, status }
}
