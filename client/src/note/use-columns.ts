import { useCallback, useState } from 'react'
import { drawersQuery, useMedia } from '../ui/use-media.ts'
import { useStored } from '../ui/use-stored.ts'

export type Column = 'outline' | 'panel'

export interface Columns {
  /** the columns are drawers or sheets that lie over the note */
  areDrawers: boolean
  isHidden: (column: Column) => boolean
  isOpen: (column: Column) => boolean
  isShown: (column: Column) => boolean
  toggle: (column: Column) => void
  show: (column: Column) => void
  closeDrawer: () => void
}

/** The two side columns: remembered where there is room for them, one drawer at a time where there is not. */
export function useColumns(): Columns {
  const areDrawers = useMedia(drawersQuery)
  const [hiddenList, store] = useStored('hidden-columns')
  const [drawer, setDrawer] = useState<Column | null>(null)
  const hidden = new Set(hiddenList?.split(' '))
  const closeDrawer = useCallback(() => setDrawer(null), [])

  const setHidden = (column: Column, isHidden: boolean) => {
    if (isHidden) hidden.add(column)
    else hidden.delete(column)
    store([...hidden].join(' ').trim() || null)
  }
  const isOpen = (column: Column) => areDrawers && drawer === column
  const isHidden = (column: Column) => !areDrawers && hidden.has(column)
  return {
    areDrawers,
    isHidden,
    isOpen,
    isShown: (column) => (areDrawers ? isOpen(column) : !isHidden(column)),
    toggle: (column) => {
      if (areDrawers) setDrawer(drawer === column ? null : column)
      else setHidden(column, !hidden.has(column))
    },
    show: (column) => {
      if (areDrawers) setDrawer(column)
      else setHidden(column, false)
    },
    closeDrawer,
  }
}
