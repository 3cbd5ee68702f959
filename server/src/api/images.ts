import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { ImageAnswer } from '@minutebook/shared/api'
import { imageAddress, isImageName } from '@minutebook/shared/wire'
import { imageKinds, nameOf, readImage, typeOf } from '../image/image.ts'
import type { StoredImage } from '../store/images.ts'
import { ImagesFull, NoSuchNote } from '../store/store.ts'
import { json, refusing } from './answers.ts'
import { inMebibytes, readBytes } from './body.ts'
import { notStored } from './errors.ts'
import { holdsTag } from './markdown.ts'
import { admit, assertOpen, noteNotFound, type RouteParts } from './parts.ts'
import { Refusal } from './refusal.ts'

const types: readonly string[] = Object.values(imageKinds)

const add = createRoute({
  method: 'post',
  path: '/api/notes/{id}/images',
  summary: 'Keep an image with a note',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    201: {
      ...json('The image is kept. Write its `address` into the Markdown of the note to show it.', ImageAnswer),
      headers: { Location: { schema: { type: 'string' as const }, description: 'Where the image is, its `url`.' } },
    },
    ...refusing(
      'wrong_origin',
      'no_access',
      'finished',
      'note_not_found',
      'too_large',
      'images_full',
      'unsupported_media_type',
      'not_image',
      'not_stored',
    ),
  },
})

const get = createRoute({
  method: 'get',
  path: '/api/notes/{id}/images/{name}',
  summary: 'An image of a note',
  request: { params: z.object({ id: z.string(), name: z.string() }) },
  responses: {
    200: {
      description: 'The bytes that came. They never change.',
      content: Object.fromEntries(types.map((type) => [type, { schema: z.string() }])),
    },
    304: { description: 'It is what the tag in `If-None-Match` says.' },
    ...refusing('no_access', 'note_not_found', 'image_not_found'),
  },
})

export function mountImages(app: OpenAPIHono, parts: RouteParts): void {
  const { images, limits, log } = parts

  // The handler reads the body itself, so that it stops at the limit; the description still names it.
  app.openAPIRegistry.registerPath({
    ...add,
    request: {
      ...add.request,
      body: { required: true, content: Object.fromEntries(types.map((type) => [type, { schema: z.string() }])) },
    },
  })
  app.openapi({ ...add, hide: true }, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'edit')
    await assertOpen(parts, id)
    const held = await images.bytesOf(id)
    if (held === null) throw noteNotFound(id)
    assertImageType(c.req.header('Content-Type') ?? '')
    const bytes = await readBytes(c.req.raw, limits.imageBytes)
    const image = readImage(bytes)
    if (!image) throw notImage(bytes.length === 0)
    const name = await nameOf(bytes, image)
    try {
      await images.add(id, name, bytes, limits.imagesBytes)
    } catch (error) {
      if (error instanceof NoSuchNote) throw noteNotFound(id)
      if (error instanceof ImagesFull) throw imagesFull(limits.imagesBytes)
      log.error('an image could not be stored', { noteId: id, err: error })
      throw notStored()
    }
    const url = `/api/notes/${id}/images/${name}`
    const { width, height } = image
    return c.json({ url, address: imageAddress(name), width, height }, 201, { Location: url })
  })

  app.openapi(get, async (c) => {
    const { id, name } = c.req.valid('param')
    await admit(parts, id, 'view')
    const image = isImageName(name) ? await images.open(id, name) : null
    if (!image) throw (await images.bytesOf(id)) === null ? noteNotFound(id) : imageNotFound()
    const headers = { ETag: `"${name}"`, ...always }
    if (holdsTag(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers)
    const described = {
      ...headers,
      'Content-Type': typeOf(name),
      'Content-Length': String(image.bytes),
      'Content-Disposition': 'inline',
    }
    if (c.req.method === 'HEAD') return c.body(null, 200, described)
    return c.body(streamOf(image), 200, described)
  })
}

/** An image never changes; and should a browser ever take one for a page, that page may do nothing. [A117] */
const always = {
  'Cache-Control': 'private, max-age=31536000, immutable',
  'Content-Security-Policy': "default-src 'none'; sandbox",
} as const

/** @throws Refusal unsupported_media_type */
function assertImageType(header: string): void {
  const type = header.split(';')[0]?.trim().toLowerCase() ?? ''
  if (types.includes(type)) return
  if (type === 'image/svg+xml') {
    throw new Refusal(
      'unsupported_media_type',
      'SVG is not accepted, because it can run scripts. Send the image as PNG.',
    )
  }
  const said = type === '' ? 'The body has no Content-Type' : `The Content-Type ${type} is not accepted`
  throw new Refusal('unsupported_media_type', `${said}. Send ${types.join(', ')}.`)
}

function notImage(isEmpty: boolean): Refusal {
  const said = isEmpty ? 'The body is empty' : 'The image is damaged, too large to be shown, or of another kind'
  return new Refusal('not_image', `${said}. Send a PNG, JPEG, GIF, WebP or AVIF of 100 million pixels at most.`)
}

function imagesFull(limitBytes: number): Refusal {
  return new Refusal(
    'images_full',
    `The images of one note may have ${limitBytes} bytes (${inMebibytes(limitBytes)}) together. Make this one smaller.`,
  )
}

function imageNotFound(): Refusal {
  return new Refusal('image_not_found', 'The note has no such image.')
}

function streamOf({ pieces }: StoredImage): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reading = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reading.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      await reading.return?.()
    },
  })
}
