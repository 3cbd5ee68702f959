import type { Editor } from '@tiptap/core'
import { useMemo, useState } from 'react'
import { floatOf, type Float } from '../floats.ts'
import { drawnAnchor } from '../menus/anchors.ts'
import { ChoiceField } from '../menus/ChoiceField.tsx'
import type { Choice } from '../menus/trigger.ts'
import { useFloat } from '../menus/use-float.ts'
import { withLanguage, writtenLanguage } from './info.ts'
import { languages } from './languages.ts'

interface LanguagePickerProps {
  editor: Editor
  float: Extract<Float, { kind: 'language' }>
}

/** The language of a block of code: a field to find it, and those whose code is colored. Any other may be written too. */
export function LanguagePicker({ editor, float: { at } }: LanguagePickerProps) {
  const [query, setQuery] = useState('')
  const anchor = useMemo(() => drawnAnchor(editor, at, '.code-language', 0), [editor, at])
  const { box, close } = useFloat<HTMLDivElement>(editor, anchor, 'bottom-end')
  const write = (language: string) => {
    const open = floatOf(editor.state)
    const now = open?.kind === 'language' ? open.at : at
    const node = editor.state.doc.nodeAt(now)
    const info = withLanguage(node?.attrs['info'], language)
    if (node?.type.name === 'codeBlock' && info !== node.attrs['info'])
      editor.view.dispatch(editor.state.tr.setNodeAttribute(now, 'info', info))
    close()
  }
  const now = editor.state.doc.nodeAt(at)
  const choices = choicesFor(query, now ? writtenLanguage(now) : '', write)
  return (
    <div className="menu floating" ref={box}>
      <ChoiceField
        label="Language"
        placeholder="Language"
        listLabel="Languages"
        query={query}
        onQuery={setQuery}
        choices={choices}
        onChoose={(line) => choices[line]?.choose(editor.view, { from: at, to: at }, false)}
        onClose={close}
      />
    </div>
  )
}

/** What is offered for a query: languages that begin so first, then what was typed as it is, or no language. */
export function choicesFor(query: string, now: string, write: (language: string) => void): Choice[] {
  const wanted = query.trim().toLowerCase()
  const ranked = languages
    .map((language) => {
      const names = [language.name, ...language.others, ...language.label.toLowerCase().split(/[\s,]+/)]
      const rank = names.includes(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : 2
      return { language, rank }
    })
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank)
  const choices: Choice[] = ranked.map(({ language: { name, label } }) => ({
    group: 'Language',
    label,
    keys: name,
    choose: () => write(name),
  }))
  const isExact = ranked[0]?.rank === 0
  if (wanted !== '' && !isExact && !/\s/.test(wanted))
    choices.push({ group: '', label: `Write “${query.trim()}”`, choose: () => write(query.trim()) })
  if (wanted === '' && now !== '') choices.push({ group: '', label: 'No language', icon: 'x', choose: () => write('') })
  return choices
}
