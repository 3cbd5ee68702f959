import type { VirtualElement } from '@floating-ui/dom'
import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { keyNames } from '../../ui/keys.ts'
import { linesOf, MenuLines, moveInMenu, type MenuEntry, type MenuGroups } from '../../ui/MenuLines.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { agendaActions } from '../agenda/block-actions.ts'
import { kindIn } from '../blocks/block-kind.ts'
import type { BlockRange } from '../blocks/range.ts'
import { floatOf, openFloat } from '../floats.ts'
import { useFloat } from '../menus/use-float.ts'
import { offerActions } from '../offers/block-actions.ts'
import { actions, isInTable, kinds, tableActions } from './actions.ts'
import { copyLink, type AddressOf } from './copy-link.ts'
import { TurnInto } from './TurnInto.tsx'
import { TypeAhead } from './type-ahead.ts'

/** How long the pointer may be over other lines on its way to the second menu. */
const patienceMs = 250

interface BlockMenuProps {
  editor: Editor
  range: BlockRange
  addressOf: AddressOf
}

/** What can be done with blocks, beside the first of them. The focus goes back to the text. */
export function BlockMenu({ editor, range, addressOf }: BlockMenuProps) {
  const tell = useToast()
  const anchor = useMemo(() => blockAnchor(editor), [editor])
  const { box, close } = useFloat<HTMLDivElement>(editor, anchor, 'bottom-start')
  const menu = useRef<HTMLDivElement>(null)
  const [unfolded, setUnfolded] = useState<'pointer' | 'press' | null>(null)
  const typed = useRef(new TypeAhead())
  const folding = useRef<ReturnType<typeof setTimeout>>(undefined)
  const first = () => linesOf(menu.current)[0]
  useLayoutEffect(() => {
    linesOf(menu.current)[0]?.focus({ preventScroll: true })
    return () => clearTimeout(folding.current)
  }, [])
  const fold = () => {
    setUnfolded(null)
    first()?.focus()
  }
  const leave = () => {
    if (menu.current?.contains(document.activeElement)) setUnfolded(null)
    else fold()
  }
  const act = (run: (editor: Editor, range: BlockRange) => void) => () => {
    const float = floatOf(editor.state) // as of now: what is drawn may be older than the last edit of somebody else
    if (float?.kind === 'block') run(editor, { from: float.from, to: float.to })
    close()
  }
  const link: MenuEntry = {
    icon: 'link',
    label: 'Copy link to this line',
    onSelect: act((...at) => void copyLink(...at, addressOf, tell)),
  }
  const turn: MenuEntry = {
    icon: 'repeat',
    label: 'Turn into',
    unfolds: unfolded !== null,
    end: (
      <span className="push">
        <Icon name="chevron-right" />
      </span>
    ),
    onSelect: () => setUnfolded('press'),
  }
  const groups = groupsFor(editor, range, act, turn, link)
  const onKeyDown = (event: KeyboardEvent) => {
    const isFirst = document.activeElement === first()
    if (event.key === 'ArrowRight' && isFirst) {
      event.preventDefault()
      setUnfolded('press')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      close()
    } else if (!typed.current.take(event, menu.current)) moveInMenu(event, menu.current, groups)
  }
  const now = kindIn(editor.state.doc, range)
  const turns = kinds.map(({ kind, label, icon }): MenuEntry => ({
    icon,
    label,
    end: kind === now && (
      <span className="push">
        <Icon name="check" />
        <span className="sr">, as it is now</span>
      </span>
    ),
    onSelect: act((...at) => actions.turnInto(...at, kind)),
  }))
  return (
    <div className="floating block-menus" ref={box}>
      <div
        className="menu block-menu"
        role="menu"
        tabIndex={-1}
        aria-label="Block"
        ref={menu}
        onKeyDown={onKeyDown}
        onPointerOver={({ target, pointerType }) => {
          if (pointerType === 'touch') return
          clearTimeout(folding.current)
          if (target instanceof Node && first()?.contains(target)) setUnfolded((before) => before ?? 'pointer')
          else if (unfolded) folding.current = setTimeout(leave, patienceMs)
        }}
      >
        <MenuLines groups={groups} onSelect={({ onSelect }) => onSelect()} />
      </div>
      {unfolded && (
        <TurnInto
          key={unfolded}
          beside={menu}
          entries={turns}
          takesFocus={unfolded === 'press'}
          onFold={fold}
          onPointer={() => clearTimeout(folding.current)}
        />
      )}
    </div>
  )
}

type Act = (run: (editor: Editor, range: BlockRange) => void) => () => void

/** The entries of the menu. @param turn the one that comes first @param link the one below "Duplicate" */
function groupsFor(editor: Editor, range: BlockRange, act: Act, turn: MenuEntry, link: MenuEntry): MenuGroups {
  const moves: MenuEntry[] = [
    { icon: 'copy', label: 'Duplicate', keys: keyNames('Mod+D'), onSelect: act(actions.duplicate) },
    link,
    { icon: 'arrow-up', label: 'Move up', keys: keyNames('Alt+↑'), onSelect: act((...at) => actions.move(...at, -1)) },
    {
      icon: 'arrow-down',
      label: 'Move down',
      keys: keyNames('Alt+↓'),
      onSelect: act((...at) => actions.move(...at, 1)),
    },
  ]
  const rows = tableActions.map(({ label, icon, run }): MenuEntry => ({
    icon,
    label,
    onSelect: act(() => run(editor.state, editor.view.dispatch, editor.view)),
  }))
  const isCode =
    kindIn(editor.state.doc, range) === 'code' &&
    editor.state.doc.nodeAt(range.from)?.nodeSize === range.to - range.from
  const language: MenuEntry = {
    icon: 'code',
    label: 'Language',
    onSelect: () => {
      const float = floatOf(editor.state)
      if (float?.kind === 'block')
        editor.view.dispatch(openFloat(editor.state.tr, { kind: 'language', at: float.from }))
    },
  }
  const ofLine = [...agendaActions(editor.state, range), ...offerActions(editor.state, range)]
  const lineActions = ofLine.map(({ label, icon, keys, run }): MenuEntry => ({
    icon,
    label,
    ...(keys === undefined ? {} : { keys: keyNames(keys) }),
    onSelect: act(() => run(editor.view)),
  }))
  const last: MenuEntry = { icon: 'trash', label: 'Delete', isDanger: true, onSelect: act(actions.remove) }
  const others = [moves, isInTable(editor, range) ? rows : [], isCode ? [language] : [], [last]]
  return [[turn, ...lineActions], ...others].filter((group) => group.length > 0)
}

/** The first line of the blocks, wherever they are while the menu is open. */
function blockAnchor(editor: Editor): VirtualElement {
  return {
    contextElement: editor.view.dom,
    getBoundingClientRect() {
      const float = floatOf(editor.state)
      const element = float?.kind === 'block' ? editor.view.nodeDOM(float.from) : null
      if (!(element instanceof HTMLElement)) return editor.view.dom.getBoundingClientRect()
      const { left, top } = element.getBoundingClientRect()
      return new DOMRect(left, top, 0, Math.min(26, element.offsetHeight))
    },
  }
}
