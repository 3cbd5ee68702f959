// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { Late } from './late.ts'
import { lateComponent, latePart } from './late-component.tsx'

test('[N203] a component that is fetched is drawn when it is here', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const code = Promise.withResolvers<() => string>()
  const Words = lateComponent(() => code.promise, 'soon')
  const element = document.createElement('div')
  const root = createRoot(element)
  await act(async () => root.render(<Words />))
  expect(element.textContent).toBe('soon')
  await act(async () => code.resolve(() => 'here'))
  expect(element.textContent).toBe('here')
  await act(async () => root.unmount())
})

test('[N208] a part that cannot be fetched leaves the page as it is, and comes with the network', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const fetch = vi.fn<() => Promise<() => string>>().mockRejectedValueOnce(new Error('no network'))
  fetch.mockResolvedValue(() => 'here')
  const Words = latePart(fetch)
  const element = document.createElement('div')
  const root = createRoot(element)
  await act(async () => root.render(<p>Page, {<Words />}</p>))
  expect(element.textContent).toBe('Page, ')
  await act(async () => dispatchEvent(new Event('online')))
  expect(element.textContent).toBe('Page, here')
  expect(fetch).toHaveBeenCalledTimes(2)
  await act(async () => root.unmount())
})

test('[N203] without what a page is made of, whoever shows failures is told', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const Words = lateComponent(() => Promise.reject(new Error('no network')))
  const root = createRoot(document.createElement('div'))
  await expect(act(async () => root.render(<Words />))).rejects.toThrow('no network')
})

test('[N203] what could not be fetched is fetched again', async () => {
  let attempts = 0
  const late = new Late(async () => {
    attempts += 1
    if (attempts === 1) throw new Error('no network')
    return 'here'
  })
  await expect(late.load()).rejects.toThrow('no network')
  expect(late.here).toBeNull()
  expect(await late.load()).toBe('here')
  expect(await late.load()).toBe('here')
  expect([late.here, attempts]).toEqual(['here', 2])
})
