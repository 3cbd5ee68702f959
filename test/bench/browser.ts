import { chromium } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { browserFlags, ensureBrowser } from '../browser.ts'
import { measureAll } from './browser/measure.ts'
import { buildPages } from './browser/pages.ts'
import { openStage, pageNames } from './browser/places.ts'
import { report } from './browser/report.ts'
import { installPeers } from './peers.ts'

const rows = ['typing', 'opening', 'large']

/**
 * `pnpm bench browser [--quick] [--only ROW]… [--page NAME]… [--json FILE]`: Minutebook's note page in Chromium, beside a TipTap and a
 * BlockNote that write together over @y/websocket-server, and beside a page that only has text. All of it takes a quarter
 * of an hour; `--quick` a few minutes.
 */
export async function benchBrowser(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: rows },
      page: { type: 'string', multiple: true, default: Object.keys(pageNames) },
      json: { type: 'string' },
    },
  })
  const unknown = values.only.find((name) => !rows.includes(name))
  if (unknown !== undefined) throw new Error(`there is no row ${unknown}; there are: ${rows.join(', ')}`)
  const strange = values.page.find((name) => !Object.hasOwn(pageNames, name))
  if (strange !== undefined)
    throw new Error(`there is no page ${strange}; there are: ${Object.keys(pageNames).join(', ')}`)
  installPeers()
  await buildPages()
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags })
  const stage = await openStage()
  try {
    const measured = await measureAll(browser, stage, values)
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(measured, null, 2)}\n`)
    return report(measured, values.quick)
  } finally {
    await browser.close()
    await stage.stop()
  }
}
