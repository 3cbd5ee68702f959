import type { Rolldown } from 'vite'

type Context = Parameters<Extract<Rolldown.CodeSplittingGroup['name'], (...args: never[]) => unknown>>[1]

const entry = 'src/main.tsx'
const note = 'src/note/NotePage.tsx'
const lists = ['src/home/Home.tsx', 'src/ledger/Ledger.tsx', 'src/people/People.tsx']

/** The chunks for which the groups of the build ask. */
type Part = 'NotePage' | 'lists'

/**
 * Puts what only a note begins with into one file: each file is asked for, read and compiled by itself. What the lists of
 * notes, TODOs, decisions and people begin with is kept apart from what is fetched later. All else is divided by who
 * fetches it.
 *
 * @param root the client's folder
 * @returns how to name a module's chunk: `part` where it belongs there, else null
 */
export function partsOf(root: string): (part: Part) => (id: string, context: Context) => Part | null {
  let parts: Map<string, Part> | null = null
  return (part) => (id, context) => {
    parts ??= divide(root, context)
    return parts.get(id) === part ? part : null
  }
}

function divide(root: string, context: Context): Map<string, Part> {
  const neededBy = (...paths: string[]) => {
    const found = new Set<string>()
    const follow = (id: string) => {
      if (found.has(id)) return
      found.add(id)
      neededOf(id, context).forEach(follow)
    }
    for (const path of paths) follow(`${root}/${path}`)
    return found
  }
  const always = neededBy(entry)
  const parts = new Map<string, Part>()
  for (const id of neededBy(note)) parts.set(id, 'NotePage')
  for (const id of neededBy(...lists)) parts.set(id, 'lists')
  for (const id of always) parts.delete(id)
  return parts
}

/** What a module imports. Of an index of `shared`, only what is taken from it, as the build has it too. */
function neededOf(id: string, context: Context): string[] {
  const code = context.getModuleInfo(id)?.code ?? ''
  return (context.getModuleInfo(id)?.importedIds ?? []).flatMap((needed) => {
    const topic = /\/shared\/src\/(\w[\w-]*)\/index\.ts$/.exec(needed)?.[1]
    if (!topic) return [needed]
    const taken = namesFrom(code, `@minutebook/shared/${topic}`, 'import')
    return sourcesOf(needed, taken, context)
  })
}

/** The modules from which an index has names. */
function sourcesOf(index: string, names: ReadonlySet<string>, context: Context): string[] {
  const code = context.getModuleInfo(index)?.code ?? ''
  return (context.getModuleInfo(index)?.importedIds ?? []).filter((id) => {
    const exported = namesFrom(code, `./${id.split('/').at(-1)}`, 'export')
    return [...exported].some((name) => names.has(name))
  })
}

/** The names in a module's statements `import {a, b as c} from "source"`, as the source calls them. */
function namesFrom(code: string, source: string, statement: 'import' | 'export'): Set<string> {
  const found = new Set<string>()
  for (const [, names = '', from] of code.matchAll(
    new RegExp(`\\b${statement}\\s*\\{([^}]*)\\}\\s*from\\s*["']([^"']+)`, 'g'),
  ))
    if (from === source) for (const name of names.split(',')) found.add(name.trim().split(/\s+as\s+/)[0] ?? '')
  return found
}
