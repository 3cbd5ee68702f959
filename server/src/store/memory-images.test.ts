import { describeImages } from './images.contract.ts'
import { createMemoryImages } from './memory-images.ts'
import { createMemoryStore } from './memory.ts'

describeImages('memory', () => {
  const store = createMemoryStore()
  return { store, images: createMemoryImages(store) }
})
