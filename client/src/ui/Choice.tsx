import { useId } from 'react'

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly (readonly [value: Value, words: string])[]
  onChoose: (value: Value) => void
  /** its first field gets the focus when the dialog opens */
  isFirst?: boolean
}

/** One of a few, side by side. */
export function Choice<Value extends string>({ label, value, options, onChoose, isFirst = false }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="choice">
      <legend className="label">{label}</legend>
      <div className="segments">
        {options.map(([each, words]) => (
          <label key={each}>
            <input
              type="radio"
              name={name}
              checked={each === value}
              data-first={isFirst && each === value ? '' : undefined}
              onChange={() => onChoose(each)}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
