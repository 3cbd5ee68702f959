import { Extension, type AnyExtension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { extensions as schemaExtensions } from '@minutebook/shared/schema'
import { Agenda } from './agenda/agenda.ts'
import { findDecorationsFast } from './binding/find-decorations.ts'
import { DrawFirst, type BeforeOthers } from './binding/draw-first.ts'
import { FreshSelection } from './binding/fresh-selection.ts'
import { NarrowRemoteEdits } from './binding/narrow.ts'
import { BlockMenuKeys } from './block-menu/open.ts'
import { Cells } from './blocks/cells.ts'
import { CodeBlocks } from './blocks/code.ts'
import { withDirection } from './blocks/direction.ts'
import { JoinLists } from './blocks/join-lists.ts'
import { JoinSources } from './blocks/join-sources.ts'
import { JoinText } from './blocks/join-text.ts'
import { Lists } from './blocks/lists.ts'
import { LongNote } from './long-note.ts'
import { MoveBlocks } from './blocks/move.ts'
import { Placeholder } from './blocks/placeholder.ts'
import { Quotes } from './blocks/quote.ts'
import { Tables } from './blocks/table.ts'
import { TextBlocks } from './blocks/text.ts'
import type { OnHeader } from './clipboard/late-markdown.ts'
import { Clipboard } from './clipboard/clipboard.ts'
import { ExtraLooks } from './extras/extras.ts'
import { CodeLooks } from './code/code-looks.ts'
import { Find } from './find/find-state.ts'
import { Floats } from './floats.ts'
import { Images, shownImage } from './images/images.ts'
import type { ImageHost } from './images/uploads.ts'
import type { ItemContext } from './items/context.ts'
import { CompleteOwner } from './items/complete.ts'
import { EmptyDecision } from './items/empty-decision.ts'
import { ItemIds } from './items/ids.ts'
import { ItemReadings } from './items/items.ts'
import { ItemKeys } from './items/keys.ts'
import { RoomForMarks } from './late-marks.ts'
import { LinkKeys } from './link-keys.ts'
import { Links } from './marks/links.ts'
import { TextMarks } from './marks/marks.ts'
import { findChoices } from './menus/find.ts'
import { TriggerMenus } from './menus/trigger.ts'
import { RemoteCarets } from './remote/carets.ts'

/** What the editor is bound to. */
export interface Binding {
  doc: Y.Doc
  awareness: Awareness
  context: ItemContext
  /** the time of a tick, in ISO form */
  now: () => string
  /** a new name for an item */
  newId: () => string
  images: ImageHost
  beforeOthers: BeforeOthers | null
  onHeader: OnHeader
}

/** The schema of the note, bound to its shared document, with everything that a person can do in it. */
export function noteExtensions({
  doc,
  awareness,
  context,
  now,
  newId,
  images,
  beforeOthers,
  onHeader,
}: Binding): AnyExtension[] {
  findDecorationsFast()
  return [
    ...schemaExtensions.map((extension) =>
      extension.name === 'image' ? shownImage(extension, images) : withDirection(extension),
    ),
    DrawFirst.configure({ beforeOthers }),
    FreshSelection.configure({ doc }),
    NarrowRemoteEdits,
    Collaboration.configure({ fragment: doc.getXmlFragment('body') }),
    RemoteCarets.configure({ awareness }),
    ItemReadings.configure({ context }),
    CompleteOwner,
    EmptyDecision,
    ItemKeys.configure({ now }),
    RoomForMarks,
    ItemIds.configure({ newId }),
    Agenda.configure({ doc, now }),
    ExtraLooks,
    CodeLooks,
    Images.configure({ host: images }),
    Floats,
    LongNote,
    Find,
    TriggerMenus.configure({ find: findChoices }),
    Cells,
    JoinText, // what comes later has the keys first
    TextBlocks,
    Quotes,
    CodeBlocks,
    Lists,
    JoinLists,
    JoinSources,
    MoveBlocks,
    BlockMenuKeys,
    Placeholder,
    Tables,
    TextMarks,
    Links,
    LinkKeys,
    Clipboard.configure({ onHeader }),
    UndoTyping,
  ]
}

/** Backspace right after typing was turned into something gives back what was typed. */
const UndoTyping = Extension.create({
  name: 'undoTyping',
  priority: 200,
  addKeyboardShortcuts: () => ({ Backspace: ({ editor }) => editor.commands.undoInputRule() }),
})
