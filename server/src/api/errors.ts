import type { Failure } from '@minutebook/shared/api'
import type { z } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { BadCursor } from '../ledger/ledger.ts'
import type { Log } from '../observe/log.ts'
import { TooComplex } from '../reader/reader.ts'
import { NotStored } from '../sync/rooms.ts'
import { Refusal, refusals } from './refusal.ts'

/** The answer to a refused request. */
export function answerTo(refusal: Refusal): Response {
  const body: Failure = { error: { code: refusal.code, message: refusal.message } }
  return Response.json(body, { status: refusals[refusal.code], headers: refusal.headers })
}

/**
 * What a failing route is answered with. A failure that is nobody's request goes to the log under the request's id, and
 * only the id goes out. [A31]
 */
export function refusalOf(error: unknown, log: Log, request: string): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof BadCursor) {
    return new Refusal('invalid_request', '`cursor` is not one that this server gave. Leave it out to begin again.')
  }
  if (error instanceof TooComplex) {
    return new Refusal('too_complex', 'The note is nested too deeply, or takes too long to read. Make it simpler.')
  }
  if (error instanceof NotStored) return notStored()
  if (error instanceof HTTPException && error.status < 500) {
    return new Refusal('invalid_request', 'The request cannot be read.')
  }
  log.error('a request failed', { request, err: error })
  return new Refusal('internal', `Something went wrong on the server. The log has more under ${request}.`)
}

/** While the store cannot write. [A30] */
export function notStored(): Refusal {
  return new Refusal('not_stored', 'The server cannot save right now. Try again in a moment.')
}

/** A body or query of the wrong shape, told by its first mistake. [A25] */
export function wrongShape(error: z.ZodError): Refusal {
  const issue = error.issues[0]
  if (!issue) return new Refusal('invalid_request', 'The request has the wrong shape.')
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `\`${key}\``).join(', ')
    return new Refusal('invalid_request', `There is no field ${keys}. Leave it out, or look up its name.`)
  }
  const field = issue.path.join('.')
  return new Refusal(
    'invalid_request',
    `${field === '' ? 'The body' : `\`${field}\``} is wrong: ${issue.message.replace(/^Invalid input: /, '')}.`,
  )
}
