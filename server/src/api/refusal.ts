/** Every reason for which the API refuses, with its status. The codes are part of the contract. */
export const refusals = {
  invalid_json: 400,
  invalid_request: 400,
  no_access: 403,
  wrong_origin: 403,
  not_found: 404,
  note_not_found: 404,
  todo_not_found: 404,
  image_not_found: 404,
  version_not_found: 404,
  calendar_not_found: 404,
  person_not_found: 404,
  correction_not_found: 404,
  method_not_allowed: 405,
  finished: 409,
  owners_changed: 409,
  too_large: 413,
  images_full: 413,
  unsupported_media_type: 415,
  not_image: 422,
  not_text: 422,
  not_utf8: 422,
  too_complex: 422,
  internal: 500,
  not_stored: 503,
  too_many_readers: 503,
} as const

export type RefusalCode = keyof typeof refusals

/** A request that is answered with an error: thrown by a route, turned into the answer by `errors.ts`. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly headers: Readonly<Record<string, string>>

  /** @param message a sentence for people that says what is wrong and what to do */
  constructor(code: RefusalCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.code = code
    this.headers = headers
  }
}
