import type { Reading } from '@minutebook/shared/meeting'
import { nodeAt, type DocNode, type Path } from '@minutebook/shared/schema'
import { Link } from 'wouter'
import type { TeamPeople } from '../editor/items/context.ts'
import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'
import { InlineText } from './InlineText.tsx'
import { itemContent } from './item-text.ts'
import { ownerOf } from './todo-groups.ts'

interface DecisionsProps {
  readings: readonly Reading[]
  body: DocNode
  participants: readonly string[]
  team: TeamPeople | null
  onShow: (path: Path) => void
}

/** What the meeting decided, in the order of the note. */
export function Decisions({ readings, body, participants, team, onShow }: DecisionsProps) {
  const decisions = readings.filter((reading) => reading.kind === 'decision')
  if (decisions.length === 0) {
    return (
      <Empty
        icon="diamond"
        title="No decisions yet"
        text="Type /decision when something is agreed. It will be kept here with its meeting."
      />
    )
  }
  return (
    <section className="group stack">
      <header>
        This meeting
        <Link className="count push" href="/decisions">
          All decisions
        </Link>
      </header>
      {decisions.map((decision) => {
        const paragraph = nodeAt(body, decision.path)
        if (!paragraph) return null
        const details = [
          decision.section,
          ...decision.owners.map(({ label }) => ownerOf(label, participants, team).name),
        ].filter((part) => part !== null)
        return (
          <div key={decision.id ?? decision.path.join('.')} className="decision">
            <Icon name="diamond" />
            <button type="button" className="text" dir="auto" onClick={() => onShow(decision.path)}>
              <InlineText content={itemContent(paragraph, decision)} />
              {details.length > 0 && <small>{details.join(', ')}</small>}
            </button>
          </div>
        )
      })}
    </section>
  )
}
