import { createContext, use, useId, useMemo, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react'

interface Choice {
  value: string
  choose: (value: string) => void
  idOf: (part: 'tab' | 'panel', value: string) => string
}

const ChoiceContext = createContext<Choice | null>(null)

interface RootProps<Value extends string> extends ComponentProps<'aside'> {
  value: Value
  onValueChange: (value: Value) => void
}

/** A column of which one panel is seen at a time. Its tabs are chosen with a press, the arrows, Home and End. */
export function Root<Value extends string>({ value, onValueChange, ...column }: RootProps<Value>) {
  const id = useId()
  const choice = useMemo(
    () => ({
      value,
      // the values of its tabs are the column's own
      choose: (chosen: string) => onValueChange(chosen as Value),
      idOf: (part: string, of: string) => `${id}-${part}-${of}`,
    }),
    [id, value, onValueChange],
  )
  return (
    <ChoiceContext value={choice}>
      <aside {...column} />
    </ChoiceContext>
  )
}

export function List({ children }: { children: ReactNode }) {
  return (
    <div className="tabs" role="tablist">
      {children}
    </div>
  )
}

export function Tab({ value, children }: { value: string; children: ReactNode }) {
  const { value: chosen, choose, idOf } = useChoice()
  const isChosen = value === chosen
  return (
    <button
      type="button"
      role="tab"
      id={idOf('tab', value)}
      aria-selected={isChosen}
      aria-controls={isChosen ? idOf('panel', value) : undefined}
      tabIndex={isChosen ? 0 : -1}
      onClick={() => choose(value)}
      onFocus={() => choose(value)}
      onKeyDown={moveOn}
    >
      {children}
    </button>
  )
}

/** What a tab shows, there only while it is chosen. */
export function Panel({ value, children }: { value: string; children: ReactNode }) {
  const { value: chosen, idOf } = useChoice()
  if (value !== chosen) return null
  return (
    <div role="tabpanel" id={idOf('panel', value)} aria-labelledby={idOf('tab', value)} tabIndex={0}>
      {children}
    </div>
  )
}

function useChoice(): Choice {
  const choice = use(ChoiceContext)
  if (!choice) throw new Error('a tab or a panel stands outside of its column')
  return choice
}

/** Gives the focus, and with it the choice, to the tab that a key means. */
function moveOn(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget.closest('[role=tablist]')
  const tabs = [...(list?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])]
  const at = tabs.indexOf(event.currentTarget)
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
  if (next === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  tabs.at(next % tabs.length)?.focus()
}
