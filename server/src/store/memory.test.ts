import { describeStore } from './store.contract.ts'
import { createMemoryStore } from './memory.ts'

describeStore('memory', createMemoryStore)
