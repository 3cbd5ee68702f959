import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { openToAll } from './access/access.ts'
import { createLocalBus } from './bus/local.ts'
import { systemClock } from './clock.ts'
import { readConfig, type Config } from './config.ts'
import { createSqliteNames } from './ledger/sqlite-names.ts'
import { createSqliteLedger } from './ledger/sqlite.ts'
import { createLog, type Log } from './observe/log.ts'
import { createMetrics } from './observe/metrics.ts'
import { randomId } from './random-id.ts'
import { createServer, type Server } from './server.ts'
import { fileIn, openDatabase, unusable } from './store/database.ts'
import { StoreUnusable } from './store/migrate.ts'
import { createSqliteCalendars } from './store/sqlite-calendars.ts'
import { createSqliteImages } from './store/sqlite-images.ts'
import { createSqliteVersions } from './store/sqlite-versions.ts'
import { createSqlitePeople } from './store/sqlite-people.ts'
import { createSqliteStore } from './store/sqlite.ts'

/** Exit codes: a wrong configuration, and everything else that ends the process too early. */
const exitCode = { configuration: 2, failure: 1 } as const

await start()

/** Starts the server, or says in one line each why it cannot start. */
async function start(): Promise<void> {
  const reading = readConfig(process.env)
  if ('mistakes' in reading) {
    for (const mistake of reading.mistakes) console.error(mistake)
    process.exitCode = exitCode.configuration
    return
  }
  const { config } = reading
  try {
    await serve(config, createLog(config.logLevel))
  } catch (error) {
    const sentence = sentenceFor(error, config)
    if (sentence === null) throw error
    console.error(sentence)
    // At once: an ordinary end would close the store, which writes to a file that is damaged. [S22]
    process.exit(exitCode.failure)
  }
}

async function serve(config: Config, log: Log): Promise<void> {
  const metrics = createMetrics()
  const database = openDatabase(config.dataDir)
  const http = createHttpServer()
  const server = createServer({
    config,
    log,
    metrics,
    store: createSqliteStore(database, systemClock, metrics.commit),
    images: createSqliteImages(database, systemClock),
    versions: createSqliteVersions(database, systemClock),
    calendars: createSqliteCalendars(database, systemClock),
    ledger: createSqliteLedger(database, systemClock),
    names: createSqliteNames(database, systemClock),
    corrections: createSqlitePeople(database, systemClock),
    bus: createLocalBus(),
    access: openToAll,
    clock: systemClock,
    newId: randomId,
    pages: join(import.meta.dirname, '../../client/dist'),
    port: () => portOf(http, config),
  })
  try {
    await server.start()
  } catch (error) {
    throw unusable(error, fileIn(config.dataDir))
  }
  const answer = getRequestListener(server.fetch)
  http.on('request', (request, response) => void answer(request, response))
  http.on('upgrade', server.upgrade)
  await listen(http, config)
  process.on('uncaughtExceptionMonitor', (error) => log.error('the process ends by a mistake of ours', { err: error }))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal, http, server, log))
  const url = `http://${reachable(config.host)}:${portOf(http, config)}`
  log.info('listening', config.publicUrl === null ? { url } : { url, publicUrl: config.publicUrl })
}

function listen(http: HttpServer, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
}

/** Stops in order and ends the process: its sockets may wait longer for a goodbye than anybody should. [C11] */
async function stop(signal: string, http: HttpServer, server: Server, log: Log): Promise<void> {
  log.info('stopping', { signal })
  http.close()
  try {
    const notStored = await server.stop()
    if (notStored.length > 0) log.error('stopped with edits that could not be stored', { notes: notStored })
    else log.info('stopped')
    process.exit(notStored.length > 0 ? exitCode.failure : 0)
  } catch (error) {
    log.error('stopping failed', { err: error })
    process.exit(exitCode.failure)
  }
}

/** One sentence for a failure that people can mend; null for a mistake of ours. */
function sentenceFor(error: unknown, { port, host }: Config): string | null {
  if (error instanceof StoreUnusable) return error.message
  if (!(error instanceof Error) || !('syscall' in error) || error.syscall !== 'listen') return null
  const code = 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return `The port ${port} on ${host} is taken by another program. Set PORT to another one.`
  return `The server cannot listen on ${host}:${port}: ${error.message}.`
}

function portOf(http: HttpServer, config: Config): number {
  const address = http.address()
  return typeof address === 'object' && address ? address.port : config.port
}

/** The name under which this machine reaches what is bound to `host`. */
function reachable(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
