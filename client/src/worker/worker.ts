import { KeptFiles, type Build } from './kept-files.ts'
import type { Message } from './message.ts'
import { isAsset, sourceOf } from './route.ts'

/** The service worker: gives the page its own files from this device, and nothing else. */
declare const self: ServiceWorkerGlobalScope

/** written in front of this file when it is built */
declare const build: Build

/** A page holds the lock of this name and its entry for as long as it is open. */
const lockPrefix = 'minutebook page '

const files = new KeptFiles(build, caches, (input, init) => fetch(input, init))
const plain = new Set(build.start.filter((path) => !isAsset(path)))

self.addEventListener('install', (event) => event.waitUntil(files.install()))

self.addEventListener('activate', (event) => event.waitUntil(Promise.all([self.clients.claim(), tidy()])))

self.addEventListener('message', (event) => {
  const message: Message = event.data
  if (message.kind === 'begin') event.waitUntil(self.skipWaiting())
  // who speaks may have come while this version began, and belongs to nobody then
  else event.waitUntil(Promise.all([claim(), ...message.paths.filter(isAsset).map((path) => files.keep(path)), tidy()]))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  switch (sourceOf(request, location.origin, plain)) {
    case 'page':
      return event.respondWith(files.page().then((page) => page ?? fetch(request)))
    case 'file':
      return event.respondWith(files.find(pathOf(request)).then((file) => file ?? fetch(request)))
    case 'asset':
      return event.respondWith(assetOf(event))
    case 'network':
      return undefined // the browser asks the server itself
  }
})

/** Takes the pages that belong to no version; not while another one waits. */
async function claim(): Promise<void> {
  if (self.registration.active?.state === 'activated' && !self.registration.waiting) await self.clients.claim()
}

async function assetOf(event: FetchEvent): Promise<Response> {
  const path = pathOf(event.request)
  const kept = await files.find(path)
  if (kept) return kept
  const answer = await fetch(event.request)
  event.waitUntil(files.keep(path, answer.clone()))
  return answer
}

/** Only while no other version comes in, whose files have no page yet. */
async function tidy(): Promise<void> {
  if (self.registration.installing || self.registration.waiting) return
  const { held = [] } = await navigator.locks.query()
  const names = held.map((lock) => lock.name ?? '').filter((name) => name.startsWith(lockPrefix))
  await files.tidy(names.map((name) => name.slice(lockPrefix.length)))
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname
}
