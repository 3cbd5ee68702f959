import { discussionsOf, nextPoint, type AgendaPoint, type OutlineEntry } from '@minutebook/shared/meeting'
import type { EditorHandle } from '../../editor/index.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuEntry } from '../../ui/MenuLines.tsx'

interface NextItemProps {
  points: readonly AgendaPoint[]
  outline: readonly OutlineEntry[]
  handle: Pick<EditorHandle, 'moveOn' | 'startPoint' | 'makeHeadings'>
  /** called when something in the text is to be looked at */
  onShow: () => void
}

const icons: Record<AgendaPoint['state'], IconName> = { discussed: 'check', now: 'target', open: 'circle' }
const stateWords: Record<AgendaPoint['state'], string> = {
  discussed: 'Discussed',
  now: 'Now discussing',
  open: '',
}

/** Goes on with the agenda, for everybody: to the next item, or from the menu beside it to any other. */
export function NextItem({ points, outline, handle, onShow }: NextItemProps) {
  if (points.length === 0) return null
  const present = points.findIndex(({ state }) => state === 'now')
  const next = nextPoint(points, present)
  const words = present < 0 ? 'Start' : next ? 'Next' : 'Done'
  const named = next ?? points[present]
  const starts = points.map((point): MenuEntry => ({
    id: point.path.join('.'),
    icon: icons[point.state],
    label: point.text,
    detail: [stateWords[point.state], point.minutes === null ? '' : `${point.minutes} min`]
      .filter((each) => each !== '')
      .join(' · '),
    onSelect: () => handle.startPoint(point),
  }))
  const headings: MenuEntry = {
    icon: 'heading',
    label: 'Make headings for the agenda',
    onSelect: () => {
      onShow()
      handle.makeHeadings()
    },
  }
  const lacksHeadings = discussionsOf(points, outline).size < points.length
  return (
    <div className="split next-item">
      {named && (
        <button type="button" className="btn small" onClick={handle.moveOn}>
          <span dir="auto">
            {words}: {named.text}
          </span>
          <Icon name={next ? 'arrow-right' : 'check'} />
        </button>
      )}
      <Menu
        label="Agenda"
        trigger={
          <button type="button" className="btn small square" aria-label="Start any item" title="Start any item">
            <Icon name="chevron-down" />
          </button>
        }
        groups={[starts, ...(lacksHeadings ? [[headings]] : [])]}
      />
    </div>
  )
}
