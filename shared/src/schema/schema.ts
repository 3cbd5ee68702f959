import { getSchema, type AnyExtension } from '@tiptap/core'
import { CodeBlock, HtmlBlock, RawBlock } from './code.ts'
import { BulletList, ListItem, OrderedList } from './lists.ts'
import { Bold, Code, FootnoteRef, Html, Italic, Link, Strike } from './marks.ts'
import { Table, TableCell, TableHeader, TableRow } from './table.ts'
import {
  Blockquote,
  Doc,
  FootnoteDefinition,
  HardBreak,
  Heading,
  HorizontalRule,
  Image,
  Paragraph,
  Text,
} from './text.ts'

/**
 * The document's nodes and marks, without views. Marks stand in the order in which they nest (`markOrder`).
 * No name is ever removed: an old client would delete what it cannot build.
 */
export const extensions: AnyExtension[] = [
  Doc,
  Text,
  Paragraph,
  Heading,
  CodeBlock,
  HtmlBlock,
  RawBlock,
  HorizontalRule,
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  FootnoteDefinition,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  Image,
  HardBreak,
  Strike,
  Bold,
  Italic,
  Link,
  Code,
  Html,
  FootnoteRef,
]

/** The ProseMirror schema of a note's body. */
export const schema = getSchema(extensions)
