import { hasDayOfName } from '@minutebook/shared/note'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { deleteNote, importNote } from '../api/notes.ts'
import { useToast } from '../ui/Toast.tsx'
import { importFiles, reasonOf, type ImportOutcome } from './import.ts'

export interface Importing {
  /** what came of the last import of several files, until it is dismissed */
  outcomes: ImportOutcome[] | null
  /** files done and in all, while an import runs */
  progress: { done: number; all: number } | null
  addFiles: (files: readonly File[]) => Promise<void>
  addText: (markdown: string) => Promise<void>
  dismiss: () => void
  /** Deletes the notes of the last import again. */
  undo: () => Promise<void>
}

const importFile = (file: File) => importNote(file, file.name)

/** Brings Markdown in. One note is opened; of several files it is shown what became of each. */
export function useImport(): Importing {
  const [outcomes, setOutcomes] = useState<ImportOutcome[] | null>(null)
  const [progress, setProgress] = useState<Importing['progress']>(null)
  const [, navigate] = useLocation()
  const toast = useToast()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['notes'] })

  const addFiles = async (files: readonly File[]) => {
    if (files.length === 0 || progress) return
    setProgress({ done: 0, all: files.length })
    const results = await importFiles(files, importFile, (done) => setProgress({ done, all: files.length }))
    setProgress(null)
    const [only] = results
    if (only && results.length === 1) {
      if (only.note) {
        navigate(`/n/${only.note.id}`)
        if (hasDayOfName(only.note) && only.remark !== null) toast({ text: only.remark })
      } else toast({ text: `${only.file}: ${only.reason}`, isError: true })
      return
    }
    setOutcomes(results)
    await refresh()
  }

  const addText = async (markdown: string) => {
    const result = await importNote(markdown)
    if (result.ok) navigate(`/n/${result.value.id}`)
    else toast({ text: reasonOf(result.refusal), isError: true })
  }

  const undo = async () => {
    const notes = (outcomes ?? []).flatMap(({ note }) => (note ? [note] : []))
    setOutcomes(null)
    const results = await Promise.all(notes.map((note) => deleteNote(note.id)))
    const failed = results.filter((result) => !result.ok).length
    toast(
      failed > 0 ? { text: `${failed} of the notes could not be removed`, isError: true } : { text: 'Import undone' },
    )
    await refresh()
  }

  return { outcomes, progress, addFiles, addText, dismiss: () => setOutcomes(null), undo }
}
