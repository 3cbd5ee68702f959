import { useRef } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { phoneQuery, useMedia } from '../ui/use-media.ts'
import type { FrontMatterForm } from './use-front-matter.ts'
import { ValueField } from './ValueField.tsx'
import { readWhen, writeWhen } from './when.ts'

/** When the meeting is: in words; edited as it is written, or with the browser's calendar. */
export function WhenField({ form, canEdit }: { form: FrontMatterForm; canEdit: boolean }) {
  const picker = useRef<HTMLInputElement>(null)
  const isPhone = useMedia(phoneQuery)
  const value = form.values.datetime ?? ''
  const when = readWhen(value)
  const isOfName = form.named.nameDay !== undefined
  const tool = (
    <>
      <input
        ref={picker}
        className="sr"
        type="datetime-local"
        tabIndex={-1}
        aria-hidden="true"
        value={when?.local ?? ''}
        onChange={(event) => {
          const local = event.target.value
          if (local !== '') form.setWhen(writeWhen(value, local, -new Date(local).getTimezoneOffset()))
        }}
      />
      <button
        type="button"
        className="btn quiet small square"
        aria-label="Choose date and time"
        // the field must not lose the focus first, or this would be gone before the press ends
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => picker.current?.showPicker()}
      >
        <Icon name="calendar" />
      </button>
    </>
  )
  return (
    <ValueField
      name="When"
      value={value}
      placeholder="Date and time, such as 2024-03-06 14:00"
      canEdit={canEdit}
      onChange={form.setWhen}
      tool={tool}
    >
      {when ? (
        <>
          <time dateTime={value}>{isPhone ? when.short : when.words}</time>
          {when.zone !== null && <span className="muted"> {when.zone}</span>}
          {isOfName && <span className="muted"> from the file name</span>}
        </>
      ) : (
        value
      )}
    </ValueField>
  )
}
