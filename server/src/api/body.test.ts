import { TodoChange } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { bodyType, readJson, readText } from './body.ts'
import { Refusal } from './refusal.ts'

const url = 'http://localhost/api/notes'
const markdown = (body: RequestInit['body'], headers: Record<string, string> = {}) =>
  new Request(url, { method: 'POST', body, headers: { 'Content-Type': 'text/markdown', ...headers } })
const typed = (type: string) => new Request(url, { method: 'POST', body: 'x', headers: { 'Content-Type': type } })
const both = ['text/markdown', 'application/json'] as const

async function refusal(run: () => unknown): Promise<[string, string]> {
  try {
    await run()
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.message]
    throw error
  }
  throw new Error('it was not refused')
}

test('[A3] a type is known by its essence, with or without UTF-8', () => {
  expect(bodyType(typed('Text/Markdown; charset=UTF-8; variant=GFM'), both)).toBe('text/markdown')
  expect(bodyType(typed('application/json;charset="utf-8"'), both)).toBe('application/json')
})

test.each(['text/plain', 'text/markdown; charset=iso-8859-1', 'multipart/form-data; boundary=x', 'text/markdownish'])(
  '[A3] %s is refused',
  async (type) => {
    expect((await refusal(() => bodyType(typed(type), both)))[0]).toBe('unsupported_media_type')
  },
)

test('[A3] a body without a type is refused', async () => {
  const untyped = new Request(url, { method: 'POST', body: new Uint8Array(1) })
  expect(await refusal(() => bodyType(untyped, both))).toEqual([
    'unsupported_media_type',
    'The body has no Content-Type. Send text/markdown or application/json.',
  ])
})

test('[A4] an announced length beyond the limit is refused with both numbers, before anything is read', async () => {
  const request = markdown('x', { 'Content-Length': '2097153' })
  expect(await refusal(() => readText(request, 2 * 1024 * 1024))).toEqual([
    'too_large',
    'The body may have 2097152 bytes (2 MiB); it has 2097153.',
  ])
  expect(request.bodyUsed).toBe(false)
})

test('[A4] a stream without a length is read to the limit and no further', async () => {
  let pulled = 0
  let cancelled = false
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(1024).fill(97))
      },
      cancel: () => {
        cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  const request = new Request(url, { method: 'POST', body: stream, duplex: 'half' })
  expect(await refusal(() => readText(request, 4 * 1024))).toEqual([
    'too_large',
    'The body may have 4096 bytes (4 KiB); it has more.',
  ])
  expect([pulled, cancelled]).toEqual([5, true])
})

test('[A4] a body of exactly the limit is read', async () => {
  expect(await readText(markdown('a'.repeat(4096)), 4096)).toHaveLength(4096)
  expect(await readText(new Request(url, { method: 'POST' }), 4096)).toBe('')
})

test('[A5] bytes that are not UTF-8, or no text, are refused', async () => {
  expect((await refusal(() => readText(markdown(new Uint8Array([0x61, 0xff])), 99)))[0]).toBe('not_utf8')
  expect((await refusal(() => readText(markdown(new Uint8Array([0x61, 0])), 99)))[0]).toBe('not_text')
})

test('[A24] a body that is not JSON is refused', async () => {
  for (const body of ['', '{', 'done', '{"done":true}}']) {
    expect(await refusal(() => readJson(markdown(body), TodoChange))).toEqual(['invalid_json', 'The body is not JSON.'])
  }
})

test.each([
  ['{"done":"yes"}', '`done` is wrong: '],
  ['{}', 'either `done` or `owner` is expected'],
  ['[]', 'The body is wrong: '],
  ['{"done":true,"donne":false}', 'There is no field `donne`.'],
])('[A25] %s is refused, and the message names the field', async (body, message) => {
  const [code, said] = await refusal(() => readJson(markdown(body), TodoChange))
  expect(code).toBe('invalid_request')
  expect(said).toContain(message)
})
