import type { limits } from '@minutebook/shared/wire'
import type { LogLevel } from './observe/log.ts'

/** What the environment says, checked. */
export interface Config {
  /** TCP port; 0 takes a free one */
  port: number
  /** address to bind */
  host: string
  /** folder of the embedded store */
  dataDir: string
  /** the origin that people use, such as `https://notes.example.org`; null: this machine's names on the port */
  publicUrl: string | null
  logLevel: LogLevel
  limits: Limits
}

/** What the server accepts. */
export type Limits = { readonly [Name in keyof typeof limits]: number }
