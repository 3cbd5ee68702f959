import { fileNameOf } from '../api/notes.ts'
import { fetchList } from '../api/ledger.ts'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useToast } from '../ui/Toast.tsx'
import type { LedgerKind } from './filters.ts'

interface TakeAwayProps {
  kind: LedgerKind
  asked: URLSearchParams
  onCalendar: () => void
}

/** Takes the list along as the filters leave it. */
export function TakeAway({ kind, asked, onCalendar }: TakeAwayProps) {
  const tell = useToast()
  const download = async (type: 'md' | 'csv') => {
    const answer = await fetchList(kind, type, asked)
    if (!answer.ok) {
      return tell({ isError: true, text: `The list could not be downloaded. ${answer.refusal.message}` })
    }
    const fileName = fileNameOf(answer.value.headers.get('content-disposition') ?? '')
    return saveFile({ bytes: await answer.value.blob(), fileName })
  }
  const more = [
    { icon: 'table', label: 'Download .csv', detail: 'For spreadsheets', onSelect: () => void download('csv') },
    { icon: 'calendar', label: 'Calendar of due dates', detail: 'A link to subscribe to', onSelect: onCalendar },
  ] as const
  return (
    <div className="split">
      <button type="button" className="btn" onClick={() => void download('md')}>
        <Icon name="download" />
        Download .md
      </button>
      <Menu
        groups={[more.slice(0, kind === 'todos' ? 2 : 1)]}
        trigger={
          <button type="button" className="btn unfold" aria-label="More ways to take the list with you">
            <Icon name="chevron-down" />
          </button>
        }
      />
    </div>
  )
}
