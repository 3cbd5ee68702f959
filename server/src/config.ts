import { limits } from '@minutebook/shared/wire'
import { z } from 'zod'
import { logLevels, type LogLevel } from './observe/log.ts'

/** What the environment says, checked. */
export interface Config {
  /** TCP port; 0 takes a free one */
  port: number
  /** address to bind */
  host: string
  /** folder of the embedded store */
  dataDir: string
  /** the origin that people use, such as `https://notes.example.org`; null: this machine's own names on the port */
  publicUrl: string | null
  logLevel: LogLevel
  limits: Limits
}

/** What the server accepts. */
export type Limits = { readonly [Name in keyof typeof limits]: number }

export type Environment = Readonly<Record<string, string | undefined>>

/** One environment variable. */
export interface Variable<T> {
  name: string
  /** what holds while it is not set */
  fallback: T
  /** one sentence, with the unit */
  sentence: string
  /** Reads what is set. @throws Mistake */
  read(text: string): T
}

/** A value that cannot be; the message completes "NAME …". */
class Mistake extends Error {}

/** Every variable of the environment that the server reads. */
export const variables = {
  port: {
    name: 'PORT',
    fallback: 3000,
    sentence: 'TCP port to listen on; 0 takes a free one.',
    read: readNumber(0, 65_535),
  },
  host: { name: 'HOST', fallback: '127.0.0.1', sentence: 'Address to bind.', read: readText },
  dataDir: { name: 'DATA_DIR', fallback: './data', sentence: 'Folder of the embedded store.', read: readText },
  publicUrl: {
    name: 'PUBLIC_URL',
    fallback: null,
    sentence:
      'Origin that people use, such as https://notes.example.org; pages of other origins may not open a socket.',
    read: readOrigin,
  },
  logLevel: { name: 'LOG_LEVEL', fallback: 'info', sentence: 'Level from which lines are logged.', read: readLevel },
  importBytes: limitVariable('IMPORT_LIMIT_BYTES', limits.importBytes, 'Bytes of one imported Markdown file.'),
  noteBytes: limitVariable('NOTE_LIMIT_BYTES', limits.noteBytes, 'Bytes of one note with its history.'),
  imageBytes: limitVariable('IMAGE_LIMIT_BYTES', limits.imageBytes, 'Bytes of one image.'),
  imagesBytes: limitVariable('IMAGES_LIMIT_BYTES', limits.imagesBytes, 'Bytes of all images of one note.'),
  frameBytes: limitVariable('FRAME_LIMIT_BYTES', limits.frameBytes, 'Bytes of one change as it comes over a socket.'),
  connectionsPerNote: limitVariable('CONNECTIONS_PER_NOTE', limits.connectionsPerNote, 'Sockets that one note takes.'),
  connections: limitVariable('CONNECTIONS', limits.connections, 'Sockets that the server takes.'),
  updatesPerSecond: limitVariable(
    'UPDATES_PER_SECOND',
    limits.updatesPerSecond,
    'Changes a second of one socket, sustained.',
  ),
} as const satisfies Record<string, Variable<unknown>>

/** Variables that say something this version cannot do. */
const notHere = {
  DATABASE_URL: 'is set, but this version keeps notes in its embedded store only; remove it.',
  REDIS_URL: 'is set, but this version runs as a single process only; remove it.',
} as const

export type Reading = { config: Config } | { mistakes: string[] }

/** Reads the environment: the whole configuration, or every mistake as one line. A variable set to nothing is not set. */
export function readConfig(environment: Environment): Reading {
  const mistakes: string[] = []
  const value = <T>(variable: Variable<T>): T => {
    const text = environment[variable.name]?.trim()
    if (!text) return variable.fallback
    try {
      return variable.read(text)
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      mistakes.push(`${variable.name} ${error.message}`)
      return variable.fallback
    }
  }
  const config: Config = {
    port: value(variables.port),
    host: value(variables.host),
    dataDir: value(variables.dataDir),
    publicUrl: value<string | null>(variables.publicUrl),
    logLevel: value<LogLevel>(variables.logLevel),
    limits: {
      ...limits,
      importBytes: value(variables.importBytes),
      noteBytes: value(variables.noteBytes),
      imageBytes: value(variables.imageBytes),
      imagesBytes: value(variables.imagesBytes),
      frameBytes: value(variables.frameBytes),
      connectionsPerNote: value(variables.connectionsPerNote),
      connections: value(variables.connections),
      updatesPerSecond: value(variables.updatesPerSecond),
    },
  }
  for (const [name, sentence] of Object.entries(notHere))
    if (environment[name]?.trim()) mistakes.push(`${name} ${sentence}`)
  return mistakes.length > 0 ? { mistakes } : { config }
}

function limitVariable(name: string, fallback: number, sentence: string): Variable<number> {
  return { name, fallback, sentence, read: readNumber(1, 2 ** 31) }
}

function readNumber(least: number, most: number) {
  const shape = z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
  return (text: string): number => {
    const { success, data } = shape.safeParse(text)
    if (!success) throw new Mistake(`must be a whole number from ${least} to ${most}, not ${JSON.stringify(text)}.`)
    return data
  }
}

function readText(text: string): string {
  return text
}

function readOrigin(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Mistake(
      `must begin with http:// or https://, such as https://notes.example.org, not ${JSON.stringify(text)}.`,
    )
  }
  if (url.href !== `${url.origin}/`)
    throw new Mistake(`must be an origin without a path, such as ${url.origin}, not ${JSON.stringify(text)}.`)
  return url.origin
}

function readLevel(text: string): LogLevel {
  const level = logLevels.find((one) => one === text)
  if (!level) throw new Mistake(`must be one of ${logLevels.join(', ')}, not ${JSON.stringify(text)}.`)
  return level
}
