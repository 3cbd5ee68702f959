import { useLayoutEffect, useRef } from 'react'
import { formulaElement } from '../editor/extras/formula.ts'

/** A formula among words, drawn by KaTeX once it is there; read aloud as its TeX. */
export function Formula({ tex, isDisplay }: { tex: string; isDisplay: boolean }) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    place.current?.replaceChildren(formulaElement(tex, isDisplay))
  }, [tex, isDisplay])
  return (
    <>
      <span ref={place} />
      <span className="sr">{tex}</span>
    </>
  )
}
