import type { AgendaPoint, Reading } from '@minutebook/shared/meeting'
import type { Path } from '@minutebook/shared/schema'
import { NextMeeting } from '../next/NextMeeting.tsx'
import { randomColor, type Identity } from '../person/identity.ts'
import { PersonDialog } from '../person/PersonDialog.tsx'
import type { Person } from '../person/presence.ts'
import { SearchDialog } from '../search/SearchDialog.tsx'
import type { Session } from '../session/session.ts'
import { PreferencesDialog } from '../ui/PreferencesDialog.tsx'
import { FinishDialog } from './finish/FinishDialog.tsx'
import { VersionsDialog } from './finish/VersionsDialog.tsx'
import { NoteShortcuts } from './NoteShortcuts.tsx'

export type NoteDialog = 'finish' | 'next' | 'person' | 'preferences' | 'search' | 'shortcuts' | 'versions'

/** So long the next meeting waits for what was written here. */
const savedWithinMs = 5000

interface NoteDialogsProps {
  dialog: NoteDialog
  session: Session
  identity: Identity | null
  people: readonly Person[]
  readings: readonly Reading[]
  agenda: readonly AgendaPoint[]
  onIdentity: (identity: Identity) => void
  onShow: (path: Path) => void
  /** opens another one, or none */
  onDialog: (dialog: NoteDialog | null) => void
}

/** What lies over a note, one at a time. */
export function NoteDialogs(props: NoteDialogsProps) {
  const { dialog, session, identity, people, readings, agenda, onIdentity, onShow, onDialog } = props
  const close = () => onDialog(null)
  switch (dialog) {
    case 'finish':
      return (
        <FinishDialog
          session={session}
          by={identity?.name}
          readings={readings}
          agenda={agenda}
          onShow={onShow}
          onClose={close}
        />
      )
    case 'next':
      return <NextMeeting noteId={session.noteId} whenSaved={() => session.whenSaved(savedWithinMs)} onClose={close} />
    case 'versions':
      return <VersionsDialog session={session} onClose={close} />
    case 'search':
      return <SearchDialog onClose={close} />
    case 'shortcuts':
      return <NoteShortcuts onClose={close} />
    case 'preferences':
      return <PreferencesDialog onClose={close} onPerson={() => onDialog('person')} />
    case 'person':
      return (
        <PersonDialog
          identity={identity}
          taken={new Set(people.filter((person) => !person.isMe).map((person) => person.color))}
          onSave={(chosen) => {
            onIdentity(chosen)
            close()
          }}
          onClose={() => {
            if (!identity) onIdentity({ name: 'Guest', color: randomColor(new Set(), Math.random()) })
            close()
          }}
        />
      )
    default:
      return dialog satisfies never
  }
}
