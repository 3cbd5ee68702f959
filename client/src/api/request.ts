import type { Failure } from '@minutebook/shared/api'

/** Why a request came to nothing: the server said so, or nobody answered. */
export interface Refusal {
  /** the server's code, such as `note_not_found`; `unreachable` where nobody answered */
  code: string
  message: string
  /** the HTTP status; 0 where nobody answered */
  status: number
}

export type Result<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

/** Sends a request. Resolves in every case; a refusal is a value. */
export async function request(path: string, init: RequestInit = {}): Promise<Result<Response>> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch {
    return { ok: false, refusal: { code: 'unreachable', message: "The server doesn't answer.", status: 0 } }
  }
  return response.ok ? { ok: true, value: response } : { ok: false, refusal: await refusalOf(response) }
}

/** The same for an answer in JSON, which is trusted to have the shape that the API promises. */
export async function requestJson<Value>(path: string, init?: RequestInit): Promise<Result<Value>> {
  const answer = await request(path, init)
  if (!answer.ok) return answer
  try {
    const value: Value = await answer.value.json()
    return { ok: true, value }
  } catch {
    const { status } = answer.value
    return { ok: false, refusal: { code: 'unreadable', message: "The server's answer could not be read.", status } }
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  const { status } = response
  try {
    const { error }: Failure = await response.json()
    return { code: error.code, message: error.message, status }
  } catch {
    return { code: 'failed', message: `The server answered with status ${status}.`, status } // a proxy's page
  }
}
