import type { ReactNode } from 'react'

const shapes = {
  meeting: (
    <>
      <rect className="ink" width="46" height="5" rx="2.5" />
      <rect y="12" width="84" height="4" rx="2" />
      <rect y="21" width="70" height="4" rx="2" />
      <rect className="ink" y="35" width="58" height="5" rx="2.5" />
      <rect y="47" width="92" height="4" rx="2" />
    </>
  ),
  series: (
    <>
      <rect className="ink" width="60" height="5" rx="2.5" />
      {[13, 28, 43].map((y, index) => (
        <g key={y}>
          <rect y={y} width="9" height="9" rx="2.5" />
          <rect x="15" y={y + 2} width={[74, 60, 80][index]} height="4" rx="2" />
        </g>
      ))}
    </>
  ),
  'stand-up': [6, 26, 46].map((y, index) => (
    <g key={y}>
      <circle cx="5" cy={y} r="5" />
      <rect x="16" y={y - 2} width={[80, 60, 72][index]} height="4" rx="2" />
    </g>
  )),
  decision: (
    <>
      <rect className="seal" width="3" height="24" rx="1.5" />
      <rect x="10" y="3" width="78" height="4" rx="2" />
      <rect x="10" y="14" width="56" height="4" rx="2" />
      <rect className="seal" y="32" width="3" height="24" rx="1.5" />
      <rect x="10" y="35" width="70" height="4" rx="2" />
      <rect x="10" y="46" width="44" height="4" rx="2" />
    </>
  ),
  blank: <rect className="ink" width="2" height="14" rx="1" />,
} satisfies Record<string, ReactNode>

/** What a new note looks like from afar. */
export function TemplatePicture({ of }: { of: keyof typeof shapes }) {
  return (
    <svg viewBox="0 0 120 56" preserveAspectRatio="xMinYMin" aria-hidden="true">
      {shapes[of]}
    </svg>
  )
}
