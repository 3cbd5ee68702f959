/** Calls between the benchmark and its processes, over the channel that Node opens for a child. */
import type { ChildProcess } from 'node:child_process'

/** What a process can be asked for. Arguments and answers are plain data. */
// oxlint-disable-next-line typescript/no-explicit-any -- each method has its own arguments and answer
export type Methods = Record<string, (...args: any[]) => unknown>

/** Asks a process for something; rejects with what went wrong there, and where it ends before it answers. */
export type Ask<M extends Methods> = <Name extends keyof M & string>(
  name: Name,
  ...args: Parameters<M[Name]>
) => Promise<Awaited<ReturnType<M[Name]>>>

interface Question {
  id: number
  name: string
  args: unknown[]
}

interface Answer {
  id: number
  value?: unknown
  failure?: string
}

/** Answers whoever started this process. */
export function answerParent(methods: Methods): void {
  process.on('message', ({ id, name, args }: Question) => {
    const answer = async () => methods[name]?.(...args)
    answer().then(
      (value) => process.send?.({ id, value } satisfies Answer),
      (error: unknown) => process.send?.({ id, failure: String(error) } satisfies Answer),
    )
  })
}

/** The way to ask a child that was started with a channel. */
export function asker<M extends Methods>(child: ChildProcess): Ask<M> {
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  child.once('exit', (code) => {
    for (const [id, tell] of waiting) tell({ id, failure: `the process ended with code ${code}` })
  })
  return (name, ...args) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, ({ value, failure }) => {
        // The other side answers each name as its table of methods says.
        if (failure === undefined) resolve(value as Awaited<ReturnType<M[typeof name]>>)
        else reject(new Error(`${name}: ${failure}`))
      })
      child.send({ id: last, name, args } satisfies Question)
    })
}
