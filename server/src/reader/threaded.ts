import { Worker } from 'node:worker_threads'
import type { Cancel, Clock } from '../clock.ts'
import { doJob, type Job, type Result } from './jobs.ts'
import { TooComplex, type NoteReader } from './reader.ts'
import type { Answer } from './thread.ts'

export interface ReaderOptions {
  clock: Clock
  /** a job with at most so many bytes of text, or three times as many of state, is done at once, in this thread */
  inlineBytes?: number
  /** how long a job may take */
  patienceMs?: number
  /** how long a thread without a job is kept */
  idleMs?: number
}

/** A reader with one thread for large notes, which is started when it is needed. It does one job at a time. */
export function createReader({
  clock,
  inlineBytes = 16_384,
  patienceMs = 30_000,
  idleMs = 60_000,
}: ReaderOptions): NoteReader {
  let worker: Worker | null = null
  let cancelIdle: Cancel | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const stop = async () => {
    cancelIdle?.()
    const ending = worker
    worker = null
    await ending?.terminate()
  }

  const start = (): Worker => {
    const started = new Worker(new URL('thread.ts', import.meta.url))
    started.unref()
    worker = started
    return started
  }

  const doInThread = async (job: Job): Promise<Answer> => {
    if (isClosed) throw new Error('the reader is closed')
    cancelIdle?.()
    const thread = worker ?? start()
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const exited = () => reject(new Error('the thread of the reader ended'))
    thread.once('message', resolve).once('error', reject).once('exit', exited)
    const cancel = clock.after(patienceMs, () => resolve({ failure: 'too complex' }))
    thread.postMessage(job) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has none
    try {
      const answer = await promise
      if ('failure' in answer && answer.failure === 'too complex') await stop() // it may still be at work
      return answer
    } catch (error) {
      await stop()
      throw error
    } finally {
      cancel()
      thread.off('message', resolve).off('error', reject).off('exit', exited)
      cancelIdle = clock.after(idleMs, () => void stop())
    }
  }

  const run = async <Kind extends Job['kind']>(job: Job & { kind: Kind }): Promise<Result[Kind]> => {
    const size = 'text' in job ? job.text.length : job.update.length / 3
    // Each kind of job has its kind of result: `doJob` says so only as a whole.
    if (size <= inlineBytes) return doJob(job) as Result[Kind]
    const turn = queue.then(() => doInThread(job))
    queue = turn.catch(() => {})
    const answer = await turn
    if ('result' in answer) return answer.result as Result[Kind]
    if (answer.failure === 'too complex') throw new TooComplex()
    throw answer.error
  }

  return {
    firstUpdate: (text, source = {}) => run({ kind: 'first update', text, source }),
    entry: (update, noteId, at) => run({ kind: 'entry', update, noteId, at }),
    items: (update, noteId) => run({ kind: 'items', update, noteId }),
    ends: (update, noteId) => run({ kind: 'ends', update, noteId }),
    file: (update) => run({ kind: 'file', update }),
    close: async () => {
      isClosed = true
      await stop()
    },
  }
}
