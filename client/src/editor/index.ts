export type { OnHeader } from './clipboard/late-markdown.ts'
export { NoteEditor, type NoteEditorProps } from './NoteEditor.tsx'
export type { EditorHandle } from './handle.ts'
