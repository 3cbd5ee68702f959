import { homeScenes, importScenes } from './home.ts'
import { ledgerScenes } from './ledger.ts'
import { meetingScenes } from './meeting.ts'
import { peopleScenes } from './people.ts'
import { troubleScenes } from './trouble.ts'
import { writingScenes } from './writing.ts'

/** All states of all pages, by what one does there. */
export const scenes = {
  notes: homeScenes,
  ledger: ledgerScenes,
  people: peopleScenes,
  meeting: meetingScenes,
  writing: writingScenes,
  trouble: troubleScenes,
  imports: importScenes,
}
