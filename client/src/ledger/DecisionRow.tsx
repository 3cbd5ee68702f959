import { memo } from 'react'
import { Link } from 'wouter'
import { formatDay } from '../ui/dates.ts'
import { Icon } from '../ui/Icon.tsx'
import { hrefOf } from '../navigation/item-href.ts'
import { ItemText } from '../ui/ItemText.tsx'
import { ownersOf } from './owners.ts'
import type { Row } from './rows.ts'

interface DecisionRowProps {
  row: Row
  /** the row above is of the same day */
  isSameDay: boolean
}

/** A decision in the register, with its day and its meeting. */
export const DecisionRow = memo(function DecisionRow({ row, isSameDay }: DecisionRowProps) {
  const { item, note } = row
  return (
    <>
      <time dateTime={note.day}>
        {isSameDay ? <span className="sr">{formatDay(note.day, 'short')}</span> : formatDay(note.day, 'short')}
      </time>
      <div className="decision">
        <Icon name="diamond" />
        <div className="text" dir="auto">
          <Link href={hrefOf(item)}>
            <span className="sr" dir="ltr">
              Decision:{' '}
            </span>
            <ItemText markdown={item.text} />
          </Link>
          <small>
            {'struck' in item && 'Struck through · '}
            <Link href={`/n/${item.noteId}`} tabIndex={-1}>
              {note.title}
            </Link>
          </small>
        </div>
        {ownersOf(item).map(({ label, name, color }) => (
          <span key={label} className="owner" style={{ '--person': color }} title={name}>
            {label}
          </span>
        ))}
      </div>
    </>
  )
})
