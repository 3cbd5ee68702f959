import type { EditorHandle } from '../editor/index.ts'
import { latePart } from '../ui/late-component.tsx'
import { PageButtons } from '../ui/PageButtons.tsx'
import { OutlineHeadings, type OutlineHeadingsProps } from './OutlineHeadings.tsx'

const AgendaClock = latePart(async () => (await import('./agenda/AgendaClock.tsx')).AgendaClock)
const NextItem = latePart(async () => (await import('./agenda/NextItem.tsx')).NextItem)

interface OutlineProps extends OutlineHeadingsProps {
  /** of the meeting, as in the header */
  datetime: string | null
  isHidden: boolean
  isOpen: boolean
  handle: EditorHandle | null
  canEdit: boolean
  /** called when something in the text is to be looked at */
  onLook: () => void
  onPreferences: () => void
  onShortcuts: () => void
}

/** The start column: the headings of the note, who is where, and where the meeting is. */
export function Outline(props: OutlineProps) {
  const { outline, agenda, isHidden, isOpen, handle, onPreferences, onShortcuts } = props
  return (
    <nav className="start" id="outline" aria-label="Outline" hidden={isHidden} data-open={isOpen ? '' : undefined}>
      {handle && agenda.length > 0 && <AgendaClock handle={handle} points={agenda} datetime={props.datetime} />}
      {outline.length === 0 ? (
        <p className="muted outline-empty">Headings of the note appear here.</p>
      ) : (
        <OutlineHeadings
          outline={outline}
          agenda={agenda}
          people={props.people}
          sheet={props.sheet}
          onShow={props.onShow}
        />
      )}
      {handle && props.canEdit && agenda.length > 0 && (
        <NextItem points={agenda} outline={outline} handle={handle} onShow={props.onLook} />
      )}
      <footer>
        <PageButtons onPreferences={onPreferences} onShortcuts={onShortcuts} />
      </footer>
    </nav>
  )
}
