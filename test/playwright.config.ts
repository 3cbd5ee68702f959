import { defineConfig, devices } from '@playwright/test'
import { browserFlags, findBrowser } from './browser.ts'

const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // what hangs ends; how quick a machine is decides nothing
  timeout: 240_000,
  expect: { timeout: 40_000 },
  forbidOnly: true,
  retries: 0,
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    // a picture of each frame would keep both processors busy where something breathes
    trace: { mode: 'retain-on-failure', screenshots: false },
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: { args: browserFlags, ...(executablePath ? { executablePath } : {}) },
  },
})
