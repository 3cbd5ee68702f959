import { benchBrowser } from './browser.ts'
import { benchLedger } from './ledger.ts'
import { benchMarkdown } from './markdown.ts'
import { benchStart } from './start.ts'
import { benchSync } from './sync.ts'

/** The benchmarks by name: each takes the arguments after its name and resolves with what it printed as Markdown. */
const benchmarks: Readonly<Record<string, (args: readonly string[]) => Promise<string>>> = {
  browser: benchBrowser,
  ledger: benchLedger,
  markdown: benchMarkdown,
  start: benchStart,
  sync: benchSync,
}

/** `pnpm bench` runs all of them; `pnpm bench NAME …` runs one; its file says what it takes. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  const named = name !== undefined && Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
  if (name !== undefined && !named) {
    console.error(`There is no benchmark ${JSON.stringify(name)}; there are: ${Object.keys(benchmarks).join(', ')}.`)
    return 2
  }
  for (const run of named ? [named] : Object.values(benchmarks)) console.log(await run(args))
  return 0
}

process.exitCode = await main(process.argv.slice(2))
