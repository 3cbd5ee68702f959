import { Failure } from '@minutebook/shared/api'
import type { z } from '@hono/zod-openapi'
import { refusals, type RefusalCode } from './refusal.ts'

/** A JSON answer, as OpenAPI describes it. */
export function json<Shape extends z.ZodType>(description: string, schema: Shape) {
  return { description, content: { 'application/json': { schema } } }
}

/** The refusals of a route, a status each with its codes. `internal` is among every route's. */
export function refusing(...codes: RefusalCode[]): object {
  const byStatus = Object.groupBy([...codes, 'internal' as const], (code) => String(refusals[code]))
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, codes]) => [
      status,
      json((codes ?? []).map((code) => `\`${code}\``).join(', '), Failure),
    ]),
  )
}
