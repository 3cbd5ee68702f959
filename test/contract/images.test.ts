import { ImageAnswer, Note } from '@minutebook/shared/api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gif, jpeg, png, webp } from '../../server/src/image/test-images.ts'
import { startServer, type RunningServer } from '../server.ts'
import { createClient, type Client } from './client.ts'

let server: RunningServer
let client: Client

beforeAll(async () => {
  server = await startServer({ env: { IMAGE_LIMIT_BYTES: '1000000', IMAGES_LIMIT_BYTES: '1500000' } })
  client = createClient(server)
})

afterAll(() => server.dispose())

const sent = (bytes: Uint8Array, type = 'image/png') => ({
  body: new Uint8Array(bytes),
  headers: { 'Content-Type': type },
})

async function add(id: string, bytes: Uint8Array, type?: string): Promise<ImageAnswer> {
  const response = await client.ask(`POST /api/notes/${id}/images`, sent(bytes, type))
  const answer = ImageAnswer.parse(await response.json())
  expect([response.status, response.headers.get('Location')]).toEqual([201, answer.url])
  return answer
}

const bytesAt = async (url: string) => Buffer.from(await (await client.ask(`GET ${url}`)).arrayBuffer())

test('[A110, A112] an image is kept with the note, under an address relative to its Markdown', async () => {
  const id = await client.note('Look\n')
  const image = await add(id, png(30, 20))
  expect(image).toMatchObject({ width: 30, height: 20 })
  const markdownUrl = `${server.url}/api/notes/${id}/markdown`
  expect(new URL(image.address, markdownUrl).href).toBe(`${server.url}${image.url}`)
  expect(Buffer.compare(await bytesAt(image.url), png(30, 20))).toBe(0)
  await server.stop('SIGKILL')
  server = await startServer({
    dataDir: server.dataDir,
    env: { IMAGE_LIMIT_BYTES: '1000000', IMAGES_LIMIT_BYTES: '1500000' },
  })
  client = createClient(server)
  expect(Buffer.compare(await bytesAt(image.url), png(30, 20))).toBe(0)
})

test('[A111] the type is that of the bytes, whatever the client says', async () => {
  const id = await client.note('Look\n')
  for (const [bytes, type] of [
    [png(6, 4), 'image/png'],
    [jpeg(), 'image/jpeg'],
    [gif, 'image/gif'],
    [webp.lossy, 'image/webp'],
  ] as const) {
    const { url } = await add(id, bytes, 'image/avif')
    expect((await client.ask(`GET ${url}`)).headers.get('Content-Type')).toBe(type)
  }
})

test('[A113] what comes again has the same address and takes no more room', async () => {
  const id = await client.note('Look\n')
  const large = png(2, 2, [1, 2, 3], 900_000)
  const first = await add(id, large)
  expect(await add(id, large)).toEqual(first)
  expect((await add(id, png(2, 2, [1, 2, 4], 500_000))).url).not.toBe(first.url)
})

test('[A114] what is no image by its type is refused; of SVG it is said why', async () => {
  const id = await client.note('Look\n')
  const path = `POST /api/notes/${id}/images`
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  expect(await client.refused(path, 415, 'unsupported_media_type', sent(svg, 'image/svg+xml'))).toContain('scripts')
  for (const type of ['text/html', 'image/heic', 'application/octet-stream'])
    expect(await client.refused(path, 415, 'unsupported_media_type', sent(png(1, 1), type))).toContain(type)
  await client.refused(path, 415, 'unsupported_media_type', { body: new Uint8Array(png(1, 1)) })
  await client.refused(path, 422, 'not_image', sent(svg, 'image/png'))
})

test('[A115] beyond the limit of an image, or of a note, it is refused and nothing is kept', async () => {
  const id = await client.note('Look\n')
  const path = `POST /api/notes/${id}/images`
  expect(await client.refused(path, 413, 'too_large', sent(png(1, 1, [0, 0, 0], 1_000_000)))).toContain('1000000')
  await client.refused(path, 413, 'too_large', sent(Buffer.alloc(30_000_000)))
  await add(id, png(1, 1, [0, 0, 1], 900_000))
  expect(await client.refused(path, 413, 'images_full', sent(png(1, 1, [0, 0, 2], 900_000)))).toContain('1500000')
  await add(id, png(1, 1, [0, 0, 3], 400_000))
})

test('[A116] empty, damaged and foreign bytes are refused', async () => {
  const id = await client.note('Look\n')
  const path = `POST /api/notes/${id}/images`
  expect(await client.refused(path, 422, 'not_image', sent(Buffer.alloc(0)))).toContain('empty')
  await client.refused(path, 422, 'not_image', sent(png(9, 9).subarray(0, 50)))
  await client.refused(path, 422, 'not_image', sent(Buffer.from('%PDF-1.7')))
})

test('[A117] an answer is kept for good, sniffed by nobody, and no page that may do anything', async () => {
  const id = await client.note('Look\n')
  const { url } = await add(id, png(5, 5))
  const { headers } = await client.ask(`GET ${url}`)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(png(5, 5).length),
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=31536000, immutable',
  })
  const tag = headers.get('ETag') ?? ''
  const again = await client.ask(`GET ${url}`, { headers: { 'If-None-Match': tag } })
  expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
  const head = await client.ask(`HEAD ${url}`)
  expect([head.status, await head.text(), head.headers.get('ETag')]).toEqual([200, '', tag])
  expect(head.headers.get('Content-Length')).toBe(headers.get('Content-Length'))
})

test('[A118] what is not there is not found', async () => {
  const id = await client.note('Look\n')
  const { url } = await add(id, png(5, 6))
  for (const name of ['x', '..%2f..', `${'0'.repeat(32)}-5x6.png`, url.split('/').at(-1)?.replace('5x6', '6x5') ?? ''])
    await client.refused(`GET /api/notes/${id}/images/${name}`, 404, 'image_not_found')
  await client.refused(`GET ${url.replace(id, 'none')}`, 404, 'note_not_found')
  await client.refused('POST /api/notes/none/images', 404, 'note_not_found', sent(png(1, 1)))
  const other = await client.note('Another\n')
  expect(await client.refused(`GET ${url.replace(id, other)}`, 404, 'image_not_found')).toContain('no such image')
})

test('[A119] a page of another origin cannot add one', async () => {
  const id = await client.note('Look\n')
  const init = sent(png(1, 1))
  const foreign = { ...init, headers: { ...init.headers, Origin: 'https://evil.example' } }
  expect(await client.refused(`POST /api/notes/${id}/images`, 403, 'wrong_origin', foreign)).toContain('evil')
})

test('[A120] images go with their note', async () => {
  const id = await client.note('Look\n')
  const { url } = await add(id, png(5, 7))
  expect((await client.ask(`DELETE /api/notes/${id}`)).status).toBe(204)
  await client.refused(`GET ${url}`, 404, 'note_not_found')
})

test('[A121] what a TODO shows comes along to the next meeting, and stays when the first note goes', async () => {
  const id = await client.note('---\ndatetime: 2024-03-06\n---\n\n## TODOs\n\n- [ ] wait\n')
  const { address } = await add(id, png(8, 8))
  const source = await client.note(`---\ndatetime: 2024-03-06\n---\n\n## TODOs\n\n- [ ] AB: See ![plan](${address})\n`)
  await add(source, png(8, 8))
  const next = await client.json('POST /api/notes', 201, Note, { from: source })
  expect(await client.markdown(next.id)).toContain(`![plan](${address})`)
  await client.ask(`DELETE /api/notes/${source}`)
  expect((await bytesAt(`/api/notes/${next.id}/${address}`)).length).toBe(png(8, 8).length)
})
