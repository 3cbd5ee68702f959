import type { Reading } from '@minutebook/shared/meeting'
import type { DocNode, Path } from '@minutebook/shared/schema'
import type { ReactNode } from 'react'
import type { TeamPeople } from '../editor/items/context.ts'
import * as Tabs from '../ui/Tabs.tsx'
import type { EditorHandle } from '../editor/index.ts'
import { latePart } from '../ui/late-component.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { idle } from '../ui/when-idle.ts'
import type { PeopleHere } from './people.ts'
import { Todos } from './Todos.tsx'

const AddTodo = latePart(async () => {
  await idle()
  return (await import('./add-todo/AddTodo.tsx')).AddTodo
})
export const loadDecisions = () => import('./Decisions.tsx')
const Decisions = latePart(async () => (await loadDecisions()).Decisions, <AwaitedTab />)

export type PanelTab = 'todos' | 'decisions' | 'people' | 'source'

interface PanelProps {
  noteId: string
  tab: PanelTab
  onTab: (tab: PanelTab) => void
  readings: readonly Reading[]
  body: DocNode
  participants: readonly string[]
  team: TeamPeople | null
  people: PeopleHere
  /** the meeting's day, "YYYY-MM-DD" */
  day: string | null
  canEdit: boolean
  /** the editor, where TODOs can be added */
  writing: EditorHandle | null
  isHidden: boolean
  isOpen: boolean
  onTick: (reading: Reading, done: boolean) => void
  onShow: (path: Path) => void
  /** who has the note open, and who has not */
  peopleTab: ReactNode
  /** the note as Markdown */
  source: ReactNode
}

/** Lines where what a tab shows will be. */
export function AwaitedTab() {
  return <Skeleton label="Loading" widths={[40, 90, 75, 85]} className="awaited-tab" />
}

/** The end column: TODOs, decisions and people of the note as its text stands now. */
export function Panel(props: PanelProps) {
  const { tab, onTab, readings, body, participants, team, people, day, canEdit, isHidden, isOpen, onTick, onShow } =
    props
  const todos = readings.filter(({ kind }) => kind === 'todo')
  const open = todos.filter(({ done }) => !done).length
  const decided = readings.filter((reading) => reading.kind === 'decision').length
  return (
    <Tabs.Root
      className="end tabset"
      id="panel"
      aria-label="Meeting panel"
      hidden={isHidden}
      data-open={isOpen ? '' : undefined}
      aria-busy={body.content === undefined} // until the text is read: nothing moves then
      value={tab}
      onValueChange={onTab}
    >
      <Tabs.List>
        <Tabs.Tab value="todos">
          TODOs <span className="count">{open}</span>
        </Tabs.Tab>
        <Tabs.Tab value="decisions">
          Decisions <span className="count">{decided}</span>
        </Tabs.Tab>
        <Tabs.Tab value="people">
          People <span className="count">{people.here.length}</span>
        </Tabs.Tab>
        <Tabs.Tab value="source">Source</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="todos">
        <Todos
          noteId={props.noteId}
          readings={readings}
          body={body}
          participants={participants}
          team={team}
          people={people}
          day={day}
          canEdit={canEdit}
          onTick={onTick}
          onShow={onShow}
        />
        {props.writing && <AddTodo handle={props.writing} rows={todos.length} />}
      </Tabs.Panel>
      <Tabs.Panel value="decisions">
        <Decisions readings={readings} body={body} participants={participants} team={team} onShow={onShow} />
      </Tabs.Panel>
      <Tabs.Panel value="people">{props.peopleTab}</Tabs.Panel>
      <Tabs.Panel value="source">{props.source}</Tabs.Panel>
    </Tabs.Root>
  )
}
