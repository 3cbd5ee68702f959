import { useLayoutEffect, useRef, type RefObject } from 'react'
import { AssignKeys } from '../../editor/menus/AssignKeys.tsx'
import { ChoiceList } from '../../editor/menus/ChoiceList.tsx'
import type { Choice } from '../../editor/menus/trigger.ts'
import { keepInPlace } from '../../ui/place.ts'
import '../../editor/menus/menus.css'
import '../../ui/menu.css'

interface PeopleMenuProps {
  field: RefObject<HTMLElement | null>
  choices: readonly Choice[]
  index: number
  onChoose: (index: number, beside: boolean) => void
}

/** The people who can own what is written in a field, over everything: the panel around the field scrolls. */
export function PeopleMenu({ field, choices, index, onChoose }: PeopleMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!field.current || !menu.current) return undefined
    menu.current.style.inlineSize = `${field.current.offsetWidth}px`
    menu.current.showPopover()
    return keepInPlace(field.current, menu.current, 'top-start', 4)
  }, [field])
  return (
    <div ref={menu} className="menu floating over" popover="manual">
      <ChoiceList label="People" choices={choices} index={index} onChoose={onChoose} />
      <AssignKeys />
    </div>
  )
}
