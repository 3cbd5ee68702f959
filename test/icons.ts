/** `pnpm icons`: draws the icons of the installed application from the mark of `client/public/favicon.svg`. */
import { readFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { browserFlags, ensureBrowser } from './browser.ts'

const folder = 'client/public/icons'

/** How much of the width the mark takes, and whether the ground fills the square: a maskable icon is cut to any shape. */
const icons = [
  { name: 'icon-192.png', size: 192, mark: 0.66, isCut: false },
  { name: 'icon-512.png', size: 512, mark: 0.66, isCut: false },
  { name: 'maskable-512.png', size: 512, mark: 0.5, isCut: true },
  { name: 'apple-180.png', size: 180, mark: 0.6, isCut: true },
]

const mark = (await readFile('client/public/favicon.svg', 'utf8')).replace(/<style>.*<\/style>/s, '')
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags })
try {
  for (const { name, size, mark: share, isCut } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`
      <style>
        body { margin: 0; display: grid; place-items: center; block-size: 100vh; background: ${isCut ? '#fff' : 'none'} }
        div { display: grid; place-items: center; inline-size: 100%; block-size: 100%;
              background: #fff; border-radius: ${isCut ? 0 : size * 0.22}px }
        svg { inline-size: ${share * 100}%; block-size: ${share * 100}% }
      </style>
      <div>${mark}</div>`)
    await page.screenshot({ path: `${folder}/${name}`, omitBackground: true })
    await page.close()
  }
} finally {
  await browser.close()
}
