import { expect, test } from 'vitest'
import { sourceOf } from './route.ts'

const origin = 'https://notes.example'
const files = new Set(['/theme.js'])
const source = (path: string, mode: RequestMode = 'cors', method = 'GET') =>
  sourceOf({ method, mode, url: new URL(path, origin).href }, origin, files)

test('[N102] what is for programs, what is sent and what is elsewhere comes from the network', () => {
  for (const path of ['/api/notes', '/sync/abc', '/livez', '/readyz', '/metrics', '/api']) {
    expect(source(path)).toBe('network')
    expect(source(path, 'navigate')).toBe('network')
  }
  expect(source('/n/abc', 'navigate', 'POST')).toBe('network')
  expect(source('https://elsewhere.example/assets/a.js')).toBe('network')
  expect(source('/sw.js')).toBe('network')
  expect(source('/icons/icon-192.png', 'no-cors')).toBe('network')
})

test('[N100] pages, their files and their assets come from the device', () => {
  for (const path of ['/', '/n/abc', '/?team=harbor', '/apiary']) expect(source(path, 'navigate')).toBe('page')
  expect(source('/assets/index-a1b2c3d4.js', 'cors')).toBe('asset')
  expect(source('/theme.js', 'no-cors')).toBe('file')
  expect(source('/theme.js?x', 'navigate')).toBe('file')
})
