/** `pnpm test`: every check and test, one after the other, and a last line that counts them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.ts'

interface Counts {
  passed: number
  failed: number
}

const reports = mkdtempSync(join(tmpdir(), 'minutebook-test-'))
const total: Counts = { passed: 0, failed: 0 }

/** Runs one command; where it writes no report of its own, it counts as one test. */
function run(
  name: string,
  command: string,
  args: string[],
  report?: { env: string; read(json: string): Counts },
): void {
  console.log(`\n── ${name}`)
  const file = join(reports, `${name}.json`)
  const env = { ...process.env, ...(report ? { [report.env]: file } : {}) }
  const { status } = spawnSync(
    command,
    args.map((arg) => arg.replace('{report}', file)),
    { stdio: 'inherit', env },
  )
  let counts: Counts = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
  if (report) {
    try {
      counts = report.read(readFileSync(file, 'utf8'))
    } catch {
      counts = { passed: 0, failed: 1 }
    }
    if (status !== 0 && counts.failed === 0) counts.failed = 1
  }
  total.passed += counts.passed
  total.failed += counts.failed
}

run('lint', 'oxlint', ['--type-aware', '--deny-warnings'])
run('format', 'oxfmt', ['--check', '.'])
for (const project of ['shared', 'server', 'client', 'test']) run(`types of ${project}`, 'tsc', ['-p', project])
run(
  'unit, laws, contract, fuzz, restart',
  'vitest',
  ['run', '--reporter=default', '--reporter=json', '--outputFile.json={report}'],
  {
    env: 'MINUTEBOOK_REPORT',
    read: (json) => {
      const { numPassedTests, numFailedTests } = JSON.parse(json) as { numPassedTests: number; numFailedTests: number }
      return { passed: numPassedTests, failed: numFailedTests }
    },
  },
)
run('build', 'vite', ['build', 'client', '--logLevel', 'warn'])
try {
  ensureBrowser()
  run(
    'browser',
    'test/node_modules/.bin/playwright',
    ['test', '--config', 'test/playwright.config.ts', '--reporter=list,json'],
    {
      env: 'PLAYWRIGHT_JSON_OUTPUT_FILE',
      read: (json) => {
        const { stats } = JSON.parse(json) as { stats: { expected: number; unexpected: number; flaky: number } }
        return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
      },
    },
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  total.failed += 1
}

console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
