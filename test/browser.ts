import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The flags with which Chromium runs as root, without a display and without asking the internet for anything. */
export const browserFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

/** The browser that `MINUTEBOOK_BROWSER` names, else one that the system or Playwright has; undefined where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['MINUTEBOOK_BROWSER']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`MINUTEBOOK_BROWSER names ${named}, which does not exist`)
    return named
  }
  return [...systemBrowsers, chromium.executablePath()].find((path) => existsSync(path))
}

/**
 * Finds a browser, or installs one: Playwright's own where it can be downloaded, else Debian's as root.
 *
 * @throws if neither works, with a sentence that says what to do
 */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  const attempts: [command: string, args: string[]][] = [[process.execPath, [playwrightCli(), 'install', 'chromium']]]
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempts.push(['apt-get', ['update']], ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']])
  }
  for (const [command, args] of attempts) {
    spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 })
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error('The browser tests need Chromium: install it, or name one in MINUTEBOOK_BROWSER.')
}

function playwrightCli(): string {
  return new URL('./cli.js', import.meta.resolve('@playwright/test')).pathname
}
