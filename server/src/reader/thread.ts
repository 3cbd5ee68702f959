/** The thread of a reader: does one job after the other and answers each. */
import { parentPort } from 'node:worker_threads'
import { doJob, type Job } from './jobs.ts'
import { TooComplex } from './reader.ts'

/** What the thread answers. */
export type Answer =
  | { result: ReturnType<typeof doJob> }
  | { failure: 'too complex' }
  | { failure: 'other'; error: unknown }

function answer(job: Job): Answer {
  try {
    return { result: doJob(job) }
  } catch (error) {
    return error instanceof TooComplex ? { failure: 'too complex' } : { failure: 'other', error }
  }
}

parentPort?.on('message', (job: Job) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort?.postMessage(answer(job))
})
