import { importPeer } from '../peers.ts'
import { editBlocks, type Block } from './blocknote-edits.ts'
import type { Codec } from './codec.ts'

/** What we call of `@blocknote/server-util`. */
interface Editor {
  tryParseMarkdownToBlocks: (text: string) => Promise<Block[]>
  blocksToMarkdownLossy: (blocks: readonly Block[]) => Promise<string>
  /** a document of the peers' own Yjs */
  blocksToYDoc: (blocks: readonly Block[]) => unknown
}

interface BlockNote {
  ServerBlockNoteEditor: { create: () => Editor }
  encodeStateAsUpdate: (doc: unknown) => Uint8Array
}

/** BlockNote as its server package has it, with its default blocks. The peers must be installed. */
export async function blocknote(): Promise<Codec> {
  const module = await importPeer('blocknote.js')
  if (!isBlockNote(module)) throw new Error('@blocknote/server-util has another shape than it had')
  const editor = module.ServerBlockNoteEditor.create()
  return {
    name: 'BlockNote',
    async read(text) {
      const blocks = await editor.tryParseMarkdownToBlocks(text)
      return {
        write: () => editor.blocksToMarkdownLossy(blocks),
        yjsBytes: () => module.encodeStateAsUpdate(editor.blocksToYDoc(blocks)).length,
        async edit(kind, random) {
          const copy = structuredClone(blocks)
          const excess = editBlocks(copy, kind, random)
          return excess && { text: await editor.blocksToMarkdownLossy(copy), excess }
        },
      }
    },
  }
}

function isBlockNote(module: unknown): module is BlockNote {
  if (typeof module !== 'object' || module === null) return false
  if (!('ServerBlockNoteEditor' in module) || !('encodeStateAsUpdate' in module)) return false
  const { ServerBlockNoteEditor: editor, encodeStateAsUpdate } = module
  return typeof editor === 'function' && 'create' in editor && typeof encodeStateAsUpdate === 'function'
}
