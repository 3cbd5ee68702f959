import { createMemoryPeople } from './memory-people.ts'
import { describePeople } from './people.contract.ts'

describePeople('memory', createMemoryPeople)
