import { OpenAPIHono } from '@hono/zod-openapi'
import { requestId } from 'hono/request-id'
import { mountCalendars } from './calendars.ts'
import { mountDecisions } from './decisions.ts'
import { answerTo, refusalOf, wrongShape } from './errors.ts'
import { mountFinish } from './finish.ts'
import { mountEvents } from './events.ts'
import { mountHealth } from './health.ts'
import { mountImages } from './images.ts'
import { mountItems } from './items.ts'
import { mountLedger } from './ledger.ts'
import { mountListFiles } from './list-files.ts'
import { mountMarkdown } from './markdown.ts'
import { mountNotes } from './notes.ts'
import { mountOpenApi } from './openapi.ts'
import { mountPeople } from './people.ts'
import { mountPresent } from './present.ts'
import type { RouteParts } from './parts.ts'
import { Refusal } from './refusal.ts'
import { mountSearch } from './search.ts'

export type { RouteParts } from './parts.ts'
import { mountTodos } from './todos.ts'

/** A path that lets in whoever knows it: the log does not tell it. [A58] */
const secretPath = /^(\/api\/calendar\/).*$/

/** The header in which a request's id comes and goes; the log has it as `request`. */
const requestIdHeader = 'X-Request-Id'

/**
 * Everything that is answered over HTTP but the client's files: `/api/*`, `/livez`, `/readyz`, `/metrics`. It answers
 * every path and method, those that it does not know with an error.
 */
export function createRoutes(parts: RouteParts): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw wrongShape(result.error)
    },
  })
  app.onError((error, c) => {
    const refusal = refusalOf(error, parts.log, c.get('requestId'))
    parts.refused(refusal.code)
    return answerTo(refusal)
  })

  app.use(requestId({ headerName: requestIdHeader, limitLength: 64, generator: parts.newId })) // [C12]
  app.use(async (c, next) => {
    const began = parts.clock.elapsed()
    await next()
    const request = c.get('requestId')
    c.res.headers.set(requestIdHeader, request) // an error's answer does not have it
    parts.log.debug('answered', {
      request,
      method: c.req.method,
      path: c.req.path.replace(secretPath, '$1…'),
      status: c.res.status,
      ms: Math.round(parts.clock.elapsed() - began),
    })
  })
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store') // [A33]
    c.res.headers.set('X-Content-Type-Options', 'nosniff')
  })
  app.use(async (c, next) => {
    const origin = c.req.header('Origin')
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!isRead && origin !== undefined && !parts.isOwnOrigin(origin)) {
      throw new Refusal('wrong_origin', `Pages of ${origin} may not write here.`) // [A28]
    }
    await next()
  })

  mountNotes(app, parts)
  mountSearch(app, parts)
  mountMarkdown(app, parts)
  mountFinish(app, parts)
  mountImages(app, parts)
  mountItems(app, parts)
  mountTodos(app, parts)
  mountDecisions(app, parts)
  mountListFiles(app, parts)
  mountLedger(app, parts)
  mountCalendars(app, parts)
  mountEvents(app, parts)
  mountPresent(app, parts)
  mountPeople(app, parts)
  mountHealth(app, parts)
  mountOpenApi(app)

  const paths = pathsOf(app)
  app.all('*', (c) => {
    const allowed = paths.find(({ pattern }) => pattern.test(c.req.path))?.methods
    if (!allowed) throw new Refusal('not_found', `There is nothing at ${c.req.path}. See /api/openapi.json.`) // [A26]
    throw new Refusal('method_not_allowed', `${c.req.method} is not possible here, only ${allowed.join(', ')}.`, {
      Allow: allowed.join(', '), // [A27]
    })
  })
  return app
}

/** Every path of the API with the methods that it has. */
function pathsOf(app: OpenAPIHono): { pattern: RegExp; methods: string[] }[] {
  const methods = new Map<string, string[]>()
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const { path, method } = definition.route
    const added = method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]
    methods.set(path, [...(methods.get(path) ?? []), ...added])
  }
  return [...methods].map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    methods,
  }))
}
