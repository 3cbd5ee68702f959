import { Menu as Base } from '@base-ui/react/menu'
import type { VirtualElement } from '@floating-ui/dom'
import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { keyNames } from '../../ui/keys.ts'
import { agendaActions } from '../agenda/block-actions.ts'
import { kindIn } from '../blocks/block-kind.ts'
import type { BlockRange } from '../blocks/range.ts'
import { closeFloat, floatOf, openFloat } from '../floats.ts'
import { offerActions } from '../offers/block-actions.ts'
import { MenuGroups, type BlockMenuEntry } from './MenuGroups.tsx'
import { actions, isInTable, kinds, tableActions } from './actions.ts'

/** What can be done with blocks, beside the first of them. The focus goes back to the text. */
export function BlockMenu({ editor, range }: { editor: Editor; range: BlockRange }) {
  const [isOpen, setOpen] = useState(true)
  const anchor = useMemo(() => blockAnchor(editor), [editor])
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => first.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const now = kindIn(editor.state.doc, range)
  const act = (run: (editor: Editor, range: BlockRange) => void) => () => {
    const float = floatOf(editor.state) // as of now: what is drawn may be older than the last edit of somebody else
    if (float?.kind === 'block') run(editor, { from: float.from, to: float.to })
    editor.view.focus() // the menu may go with its block
  }
  const turns = kinds.map(({ kind, label, icon }): BlockMenuEntry => ({
    icon,
    label,
    isNow: kind === now,
    onSelect: act((...at) => actions.turnInto(...at, kind)),
  }))
  const moves: BlockMenuEntry[] = [
    { icon: 'copy', label: 'Duplicate', keys: keyNames('Mod+D'), onSelect: act(actions.duplicate) },
    { icon: 'arrow-up', label: 'Move up', keys: keyNames('Alt+↑'), onSelect: act((...at) => actions.move(...at, -1)) },
    {
      icon: 'arrow-down',
      label: 'Move down',
      keys: keyNames('Alt+↓'),
      onSelect: act((...at) => actions.move(...at, 1)),
    },
  ]
  const rows = tableActions.map(({ label, icon, run }): BlockMenuEntry => ({
    icon,
    label,
    onSelect: act(() => run(editor.state, editor.view.dispatch, editor.view)),
  }))
  const isCode = now === 'code' && editor.state.doc.nodeAt(range.from)?.nodeSize === range.to - range.from
  const language: BlockMenuEntry = {
    icon: 'code',
    label: 'Language',
    onSelect: () => {
      const float = floatOf(editor.state)
      if (float?.kind === 'block')
        editor.view.dispatch(openFloat(editor.state.tr, { kind: 'language', at: float.from }))
    },
  }
  const ofLine = [...agendaActions(editor.state, range), ...offerActions(editor.state, range)]
  const lineActions = ofLine.map(({ label, icon, keys, run }): BlockMenuEntry => ({
    icon,
    label,
    ...(keys === undefined ? {} : { keys: keyNames(keys) }),
    onSelect: act(() => run(editor.view)),
  }))
  const last: BlockMenuEntry = { icon: 'trash', label: 'Delete', isDanger: true, onSelect: act(actions.remove) }
  return (
    <Base.Root
      open={isOpen}
      modal={false}
      onOpenChange={setOpen}
      onOpenChangeComplete={(open) => {
        if (!open && floatOf(editor.state)?.kind === 'block') editor.view.dispatch(closeFloat(editor.state.tr))
      }}
    >
      <Base.Portal>
        <Base.Positioner className="menu-place" anchor={anchor} side="bottom" align="start" sideOffset={4}>
          <Base.Popup
            className="menu block-menu"
            aria-label="Block"
            finalFocus={() => {
              editor.view.focus()
              return false
            }}
          >
            <Base.SubmenuRoot>
              <Base.SubmenuTrigger ref={first}>
                <Icon name="repeat" />
                <span>Turn into</span>
                <span className="push">
                  <Icon name="chevron-right" />
                </span>
              </Base.SubmenuTrigger>
              <Base.Portal>
                <Base.Positioner className="menu-place" sideOffset={4} alignOffset={-5}>
                  <Base.Popup className="menu block-menu" aria-label="Turn into">
                    <MenuGroups groups={[turns]} />
                  </Base.Popup>
                </Base.Positioner>
              </Base.Portal>
            </Base.SubmenuRoot>
            <MenuGroups
              groups={[
                lineActions,
                moves,
                isInTable(editor, range) ? rows : [],
                isCode ? [language] : [],
                [last],
              ].filter((group) => group.length > 0)}
            />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
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
