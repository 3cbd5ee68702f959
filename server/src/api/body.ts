import { decodeFile } from '@minutebook/shared/note'
import type { z } from '@hono/zod-openapi'
import { wrongShape } from './errors.ts'
import { Refusal } from './refusal.ts'

/** Bytes of a JSON body; every one that the API knows is far smaller. */
const jsonBytes = 64 * 1024

export type BodyType = 'text/markdown' | 'application/json'

/**
 * Which of the types a body says that it has.
 *
 * @throws Refusal unsupported_media_type for any other type, for none, and for a character set other than UTF-8
 */
export function bodyType(request: Request, accepted: readonly BodyType[]): BodyType {
  const header = request.headers.get('content-type') ?? ''
  const [essence = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase())
  const type = accepted.find((type) => type === essence)
  if (!type) {
    const said = header === '' ? 'The body has no Content-Type' : `The Content-Type ${header} is not accepted`
    throw new Refusal('unsupported_media_type', `${said}. Send ${accepted.join(' or ')}.`)
  }
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length)
  if (charset !== undefined && !/^"?utf-?8"?$/.test(charset)) {
    throw new Refusal('unsupported_media_type', `The character set ${charset} is not accepted. Send UTF-8.`)
  }
  return type
}

/** @throws Refusal too_large, not_utf8, not_text */
export async function readText(request: Request, limitBytes: number): Promise<string> {
  const decoded = decodeFile(await readBytes(request, limitBytes))
  if ('text' in decoded) return decoded.text
  throw decoded.refused === 'not_utf8'
    ? new Refusal('not_utf8', 'The file is not valid UTF-8. Save it as UTF-8 and send it again.')
    : new Refusal('not_text', 'The file is not text. Send a Markdown file.')
}

/** @throws Refusal too_large, invalid_json, invalid_request */
export async function readJson<T>(request: Request, shape: z.ZodType<T>): Promise<T> {
  const bytes = await readBytes(request, jsonBytes)
  const checked = shape.safeParse(parseJson(new TextDecoder().decode(bytes)))
  if (checked.success) return checked.data
  throw wrongShape(checked.error)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid_json', 'The body is not JSON.')
  }
}

/** Reads a body, and nothing of what lies beyond the limit. [A4] @throws Refusal too_large */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > limitBytes) throw tooLarge(limitBytes, `it has ${announced}`)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > limitBytes) throw tooLarge(limitBytes, 'it has more') // which cancels the stream
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(limitBytes: number, said: string): Refusal {
  return new Refusal('too_large', `The body may have ${limitBytes} bytes (${inMebibytes(limitBytes)}); ${said}.`)
}

/** A limit as people say it, such as "2 MiB". */
export function inMebibytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MiB` : `${bytes / 1024} KiB`
}
