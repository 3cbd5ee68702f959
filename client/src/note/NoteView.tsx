import { tick } from '@minutebook/shared/doc'
import { meetingDay } from '@minutebook/shared/front-matter'
import type { OutlineEntry, Reading } from '@minutebook/shared/meeting'
import type { DocNode, Path } from '@minutebook/shared/schema'
import { memo, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { NoteEditor, type EditorHandle } from '../editor/index.ts'
import type { TeamPeople } from '../editor/items/context.ts'
import type { Person } from '../person/presence.ts'
import { useIdentity } from '../person/use-identity.ts'
import type { Session } from '../session/session.ts'
import { isLive } from '../session/status.ts'
import { latePart } from '../ui/late-component.tsx'
import { loadLines } from '../ui/Menu.tsx'
import { focusNextRegion } from '../ui/regions.ts'
import { useToast } from '../ui/Toast.tsx'
import { useDrawerFocus } from '../ui/use-drawer-focus.ts'
import { useKeys } from '../ui/use-keys.ts'
import { useTitle } from '../ui/use-title.ts'
import { fetchAhead } from '../ui/use-fetched.ts'
import { idle, whenIdle } from '../ui/when-idle.ts'
import { useAgenda } from './agenda/use-agenda.ts'
import { looksSame, noContent } from './content.ts'
import { useFiles } from './files/use-files.ts'
import { useFinished } from './finish/use-finished.ts'
import { headingOf, peopleAtHeadings } from './follow/places.ts'
import { FollowPill } from './follow/FollowPill.tsx'
import { useFollow } from './follow/use-follow.ts'
import { usePlaces } from './follow/use-places.ts'
import { useShownView } from './follow/use-shown-view.ts'
import { FrontMatter } from './FrontMatter.tsx'
import type { NoteDialog } from './NoteDialogs.tsx'
import { NoteDock } from './NoteDock.tsx'
import { Outline } from './Outline.tsx'
import { AwaitedTab, loadDecisions, Panel, type PanelTab } from './Panel.tsx'
import { peopleHere } from './people.ts'
import { useSessionValue } from './session-value.ts'
import { TopBar } from './TopBar.tsx'
import { useColumns } from './use-columns.ts'
import { headingsIn } from './use-current-heading.ts'
import { useFrontMatter } from './use-front-matter.ts'
import { useHeaderOf } from './use-header-of.ts'
import { usePresence } from './use-presence.ts'
import { useTakeAway } from './use-take-away.ts'
import { localFileOf, saveFile } from './take-away.ts'

const Editor = memo(NoteEditor)

const loadIdleParts = async () => {
  await idle()
  return import('./idle-parts.ts')
}
const Away = latePart(async () => (await loadIdleParts()).Away)
const Banner = latePart(async () => (await loadIdleParts()).Banner)
const KeptWords = latePart(async () => (await loadIdleParts()).KeptWords)

const LiveRegion = latePart(async () => (await loadIdleParts()).LiveRegion)
const StartFrom = latePart(async () => (await loadIdleParts()).StartFrom)
const TeamSource = latePart(async () => (await loadIdleParts()).TeamSource)

const ShownPlace = latePart(async () => {
  if (location.hash === '') await idle()
  return (await import('./ShownPlace.tsx')).ShownPlace
})

const loadDialogs = () => import('./NoteDialogs.tsx')
const loadPeople = () => import('./People.tsx')
const loadSource = () => import('./source/SourcePane.tsx')
const FinishedLine = latePart(async () => (await import('./finish/FinishedLine.tsx')).FinishedLine)
const NoteDialogs = latePart(async () => (await loadDialogs()).NoteDialogs)
const People = latePart(async () => (await loadPeople()).People, <AwaitedTab />)
const SourcePane = latePart(async () => (await loadSource()).SourcePane, <AwaitedTab />)

/** What a press may ask for, so that it is here then. */
const fetchParts = () => fetchAhead(loadDialogs, loadLines, loadDecisions, loadPeople, loadSource)

/** A note that is here: bar, outline, sheet, panel. */
export const NoteView = memo(function NoteView({ session }: { session: Session }) {
  const [handle, setHandle] = useState<EditorHandle | null>(null)
  const form = useFrontMatter(session.doc, handle !== null)
  const onHeader = useHeaderOf(form)
  const [content, setContent] = useState(noContent)
  const [identity, setIdentity] = useIdentity()
  const [dialog, setDialog] = useState<NoteDialog | null>(identity ? null : 'person')
  const [tab, setTab] = useState<PanelTab>('todos')
  const finished = useFinished(session.doc)
  const mayEdit = useSessionValue(session, (state) => state.canEdit)
  const isConnected = useSessionValue(session, ({ status }) => isLive(status))
  const canEdit = mayEdit && !finished
  const people = usePresence(session, identity)
  const takeAway = useTakeAway(session)
  const toast = useToast()
  const columns = useColumns()
  const sheet = useRef<HTMLElement>(null)
  const agenda = useAgenda(handle)
  const places = usePlaces(session, people)
  const follow = useFollow({ session, handle, sheet, people, last: places.last })
  useShownView(session, sheet)
  const peopleThere = peopleAtHeadings(content.outline, people, places.blocks)
  useDrawerFocus(columns.isOpen('outline') ? 'outline' : columns.isOpen('panel') ? 'panel' : null)
  useFiles(handle, canEdit, onHeader)
  useEffect(() => (handle ? whenIdle(fetchParts) : undefined), [handle])

  const { participants, datetime, teams } = form.values
  const names = useStable(participants)
  const [team, setTeam] = useState<TeamPeople | null>(null)
  const here = useMemo(() => peopleHere(people, names), [people, names])
  const title = form.values.title ?? content.outline[0]?.text ?? form.named.nameTitle ?? 'New note'
  useTitle(title)

  const told = useRef(noContent)
  const onReadings = useCallback((readings: Reading[], outline: OutlineEntry[], body: DocNode) => {
    const next = { readings, outline, body }
    // an empty note looks as one that is not here yet, and its panel has to be seen
    if (told.current !== noContent && looksSame(told.current, next)) return
    told.current = next
    startTransition(() => setContent(next))
  }, [])
  const onTick = useCallback(
    (reading: Reading, done: boolean) => {
      if (finished) {
        void import('./finish/tick-later.ts').then(({ tickLater }) =>
          tickLater(session, told.current.readings, reading, done, toast),
        )
      } else tick(session.doc, reading, done, new Date().toISOString())
    },
    [session, finished, toast],
  )
  const addressOf = useCallback(
    async (path: Path) => {
      const line = await import('./line-address.ts')
      return location.origin + line.addressOf(session, told.current.readings, path)
    },
    [session],
  )
  const { closeDrawer } = columns
  const show = useCallback(
    (path: Path) => {
      closeDrawer()
      handle?.scrollTo(path)
    },
    [closeDrawer, handle],
  )
  const showHeading = useCallback(
    (path: Path, index: number) => {
      show(path)
      if (sheet.current) headingsIn(sheet.current)[index]?.scrollIntoView({ block: 'start' })
    },
    [show],
  )
  const goTo = (person: Person) => {
    const client = person.clients.findLast((each) => places.last.has(each))
    columns.closeDrawer()
    follow.stop()
    handle?.goToCaret(person.clients, client === undefined ? null : places.last.get(client), 'flash')
  }
  const followPerson = (person: Person) => {
    columns.closeDrawer()
    follow.start(person)
  }
  const openPanel = (next: PanelTab) => {
    setTab(next)
    columns.show('panel')
  }
  const openShortcuts = () => setDialog('shortcuts')
  const openSearch = () => setDialog('search')
  const openPreferences = () => setDialog('preferences')

  useKeys({
    'Mod+s': takeAway.download,
    'Mod+\\': () => columns.toggle('outline'),
    'Mod+Shift+\\': () => columns.toggle('panel'),
    'Mod+Shift+f': openSearch,
    'Mod+/': openShortcuts,
    '?': openShortcuts,
    'Mod+,': openPreferences,
    F6: (event) => focusNextRegion(event.shiftKey ? -1 : 1),
    Escape: columns.closeDrawer,
  })

  const isCovered = columns.isOpen('outline') || columns.isOpen('panel')
  return (
    <>
      <a className="btn primary skip" href="#note">
        Skip to the note
      </a>
      <div className="app">
        <TopBar
          session={session}
          title={title}
          isLive={isConnected}
          people={people}
          takeAway={takeAway}
          isOutlineShown={columns.isShown('outline')}
          isPanelShown={columns.isShown('panel')}
          isInert={isCovered}
          onOutline={() => columns.toggle('outline')}
          onPanel={() => columns.toggle('panel')}
          onMe={() => setDialog('person')}
          onPerson={goTo}
          onPeople={() => openPanel('people')}
          onSource={() => openPanel('source')}
          onNext={() => setDialog('next')}
          onPreferences={openPreferences}
          onShortcuts={openShortcuts}
          onSearch={openSearch}
          onVersions={() => setDialog('versions')}
          onFind={handle?.openFind ?? null}
          onFinish={handle && canEdit ? () => setDialog('finish') : null}
        />
        <Outline
          datetime={datetime}
          outline={content.outline}
          sheet={sheet}
          agenda={agenda}
          people={peopleThere}
          isHidden={columns.isHidden('outline')}
          isOpen={columns.isOpen('outline')}
          onShow={showHeading}
          handle={handle}
          canEdit={canEdit}
          onLook={columns.closeDrawer}
          onPreferences={openPreferences}
          onShortcuts={openShortcuts}
        />
        <main className="sheet" id="note" tabIndex={-1} ref={sheet} inert={isCovered}>
          <div className="pills">
            <FollowPill follow={follow} />
            {handle && <Away session={session} handle={handle} isLive={isConnected} />}
            {handle && <ShownPlace session={session} handle={handle} />}
          </div>
          <Banner
            session={session}
            isFinished={finished !== null}
            onDownload={() => void localFileOf(session).then(saveFile)}
          />
          {finished && <FinishedLine session={session} finished={finished} />}
          {handle && <KeptWords session={session} handle={handle} />}
          <article className="note">
            <FrontMatter
              form={form}
              canEdit={canEdit && form.isReady}
              people={here}
              noteId={session.noteId}
              team={team}
              onDone={() => handle?.focus()}
            />
            <Editor
              noteId={session.noteId}
              doc={session.doc}
              awareness={session.awareness}
              editable={canEdit}
              participants={names}
              team={team}
              day={meetingDay(datetime)}
              addressOf={addressOf}
              beforeOthers={session.beforeOthers}
              onHeader={onHeader}
              onReadings={onReadings}
              onReady={setHandle}
            />
            {handle && canEdit && <StartFrom editor={handle.editor} people={names} />}
          </article>
        </main>
        <Panel
          noteId={session.noteId}
          tab={tab}
          onTab={setTab}
          readings={content.readings}
          body={content.body}
          participants={names}
          team={team}
          people={here}
          day={meetingDay(datetime)}
          canEdit={mayEdit}
          writing={canEdit ? handle : null}
          isHidden={columns.isHidden('panel')}
          isOpen={columns.isOpen('panel')}
          onTick={onTick}
          onShow={show}
          peopleTab={
            <People
              participants={names}
              people={here}
              headingOf={(person) => headingOf(content.outline, places.blocks, person)}
              followed={follow.person}
              onGoTo={goTo}
              onFollow={followPerson}
              onStop={follow.stop}
            />
          }
          source={columns.isShown('panel') && <SourcePane doc={session.doc} editor={handle} onShow={show} />}
        />
        {isCovered && (
          <button type="button" className="drawer-scrim" aria-label="Close" onClick={columns.closeDrawer} />
        )}
        <NoteDock
          isInert={isCovered}
          onOutline={() => columns.show('outline')}
          onTodos={() => openPanel('todos')}
          onDecisions={() => openPanel('decisions')}
          onDownload={takeAway.download}
          writing={canEdit ? handle : null}
        />
      </div>
      {handle && (
        <TeamSource session={session} teams={teams} participants={names} body={content.body} onTeam={setTeam} />
      )}
      {handle && <LiveRegion session={session} isLive={isConnected} people={people} points={agenda} />}
      {dialog && (
        <NoteDialogs
          dialog={dialog}
          session={session}
          identity={identity}
          people={people}
          readings={content.readings}
          agenda={agenda}
          onIdentity={setIdentity}
          onShow={show}
          onDialog={setDialog}
        />
      )}
    </>
  )
})

/** The same array for as long as it holds the same words. */
function useStable(words: string[]): string[] {
  const [stable, setStable] = useState(words)
  if (stable.length === words.length && stable.every((word, index) => word === words[index])) return stable
  setStable(words)
  return words
}
