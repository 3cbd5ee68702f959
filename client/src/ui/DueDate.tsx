import { dueLabel, urgencyOf } from './due.ts'
import { Icon } from './Icon.tsx'

interface DueDateProps {
  /** "YYYY-MM-DD", as `today` */
  due: string
  today: string
  isDone: boolean
}

/** When a TODO of a list is due, and whether that is near or past. */
export function DueDate({ due, today, isDone }: DueDateProps) {
  const urgency = urgencyOf(due, today, isDone)
  return (
    <span className={urgency === 'later' ? 'due' : `due ${urgency}`}>
      <span className="sr">{urgency === 'late' ? 'late, ' : 'due '}</span>
      {urgency === 'late' && <Icon name="alert" />}
      {dueLabel(due, today, urgency)}
    </span>
  )
}
