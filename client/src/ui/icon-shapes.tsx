import type { ReactNode } from 'react'

/** The shapes of the icons, drawn on a field of 24 by 24 with the stroke that `.icon` gives them. */
export const shapes = {
  alert: (
    <>
      <path d="M10.4 4.9L3.6 16.7A1.85 1.85 0 0 0 5.2 19.5h13.6a1.85 1.85 0 0 0 1.6-2.8L13.6 4.9a1.85 1.85 0 0 0-3.2 0z" />
      <path d="M12 9.5v4" />
      <path d="M12 16.5h.01" />
    </>
  ),
  'arrow-left': (
    <>
      <path d="M19 12H5" />
      <path d="M11 6l-6 6 6 6" />
    </>
  ),
  'arrow-right': (
    <>
      <path d="M5 12h14" />
      <path d="M13 6l6 6-6 6" />
    </>
  ),
  'arrow-down': (
    <>
      <path d="M12 5v14" />
      <path d="M17.5 13.5L12 19l-5.5-5.5" />
    </>
  ),
  'arrow-up': (
    <>
      <path d="M12 19V5" />
      <path d="M6.5 10.5L12 5l5.5 5.5" />
    </>
  ),
  at: (
    <>
      <circle cx="12" cy="12" r="3.5" />
      <path d="M15.5 8.5v4.8a2.4 2.4 0 0 0 4.8 0V12a8.3 8.3 0 1 0-3.3 6.6" />
    </>
  ),
  bold: (
    <>
      <path d="M7.5 5h5.8a3.4 3.4 0 0 1 0 6.9H7.5z" />
      <path d="M7.5 11.9h6.7a3.5 3.5 0 0 1 0 7.1H7.5z" />
    </>
  ),
  calendar: (
    <>
      <rect x="4" y="5.5" width="16" height="14.5" rx="2.5" />
      <path d="M4 10.5h16" />
      <path d="M8.5 3.5v4" />
      <path d="M15.5 3.5v4" />
    </>
  ),
  check: <path d="M5 12.6l4.4 4.4L19 7.4" />,
  'check-square': (
    <>
      <rect x="4" y="4" width="16" height="16" rx="3.5" />
      <path d="M8.3 12.3l2.6 2.6 4.8-5.2" />
    </>
  ),
  'chevron-down': <path d="M7 10l5 5 5-5" />,
  'chevron-right': <path d="M10 7l5 5-5 5" />,
  circle: <circle cx="12" cy="12" r="7" />,
  'cloud-off': (
    <>
      <path d="M4 4l16 16" />
      <path d="M8 8.6A4.9 4.9 0 0 0 7.2 18.3H17" />
      <path d="M10.8 6.4a5.5 5.5 0 0 1 6.5 4.2 3.9 3.9 0 0 1 3.2 5.8" />
    </>
  ),
  contrast: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" stroke="none" />
    </>
  ),
  code: (
    <>
      <path d="M8.5 7.5L4 12l4.5 4.5" />
      <path d="M15.5 7.5L20 12l-4.5 4.5" />
    </>
  ),
  copy: (
    <>
      <rect x="9" y="9" width="11" height="11" rx="2.5" />
      <path d="M5.5 15A1.5 1.5 0 0 1 4 13.5v-7A2.5 2.5 0 0 1 6.5 4h7A1.5 1.5 0 0 1 15 5.5" />
    </>
  ),
  diamond: (
    <path d="M10.6 4.1l-6.5 6.5a2 2 0 0 0 0 2.8l6.5 6.5a2 2 0 0 0 2.8 0l6.5-6.5a2 2 0 0 0 0-2.8l-6.5-6.5a2 2 0 0 0-2.8 0z" />
  ),
  download: (
    <>
      <path d="M12 4v11" />
      <path d="M7 10.5l5 5 5-5" />
      <path d="M5 20h14" />
    </>
  ),
  eye: (
    <>
      <path d="M3 12c2-4 5.2-6.2 9-6.2s7 2.2 9 6.2c-2 4-5.2 6.2-9 6.2S5 16 3 12z" />
      <circle cx="12" cy="12" r="2.7" />
    </>
  ),
  file: (
    <>
      <path d="M13.5 3.5H7.5A2 2 0 0 0 5.5 5.5v13a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2V8.5z" />
      <path d="M13.5 3.5v5h5" />
      <path d="M9 13h6" />
      <path d="M9 16.5h4" />
    </>
  ),
  follow: <path d="M20 4L4 10.5l6.5 3 3 6.5z" />,
  grip: (
    <>
      <circle cx="9" cy="6.5" r="1.3" fill="currentColor" stroke="none" />
      <circle cx="15" cy="6.5" r="1.3" fill="currentColor" stroke="none" />
      <circle cx="9" cy="12" r="1.3" fill="currentColor" stroke="none" />
      <circle cx="15" cy="12" r="1.3" fill="currentColor" stroke="none" />
      <circle cx="9" cy="17.5" r="1.3" fill="currentColor" stroke="none" />
      <circle cx="15" cy="17.5" r="1.3" fill="currentColor" stroke="none" />
    </>
  ),
  hash: (
    <>
      <path d="M9.8 4.5l-2 15" />
      <path d="M16.2 4.5l-2 15" />
      <path d="M4.5 9.5h15.5" />
      <path d="M4 14.5h15.5" />
    </>
  ),
  heading: (
    <>
      <path d="M6.5 5v14" />
      <path d="M17.5 5v14" />
      <path d="M6.5 12h11" />
    </>
  ),
  image: (
    <>
      <rect x="4" y="5" width="16" height="14" rx="2.5" />
      <circle cx="9" cy="10" r="1.6" />
      <path d="M5 17.5l5-4.6 3 2.6 2.6-2.2 4 3.6" />
    </>
  ),
  indent: (
    <>
      <path d="M4 5.5h16" />
      <path d="M11.5 12H20" />
      <path d="M4 18.5h16" />
      <path d="M4.5 9.5L7 12l-2.5 2.5" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11.5v4.5" />
      <path d="M12 8.2h.01" />
    </>
  ),
  italic: (
    <>
      <path d="M10.5 5H18" />
      <path d="M6 19h7.5" />
      <path d="M14.3 5L9.7 19" />
    </>
  ),
  keyboard: (
    <>
      <rect x="3" y="6" width="18" height="12" rx="2.5" />
      <path d="M7 10h.01" />
      <path d="M10.3 10h.01" />
      <path d="M13.7 10h.01" />
      <path d="M17 10h.01" />
      <path d="M8 14h8" />
    </>
  ),
  link: (
    <>
      <path d="M10 13.4a4 4 0 0 0 5.8.5l3-3a4 4 0 0 0-5.7-5.7l-1.6 1.6" />
      <path d="M14 10.6a4 4 0 0 0-5.8-.5l-3 3a4 4 0 0 0 5.7 5.7l1.6-1.6" />
    </>
  ),
  list: (
    <>
      <path d="M9.5 6.5H20" />
      <path d="M9.5 12H20" />
      <path d="M9.5 17.5H20" />
      <circle cx="5" cy="6.5" r="1.2" fill="currentColor" stroke="none" />
      <circle cx="5" cy="12" r="1.2" fill="currentColor" stroke="none" />
      <circle cx="5" cy="17.5" r="1.2" fill="currentColor" stroke="none" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="9.5" rx="2.5" />
      <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
    </>
  ),
  message: (
    <path d="M6.5 5h11A2.5 2.5 0 0 1 20 7.5v6a2.5 2.5 0 0 1-2.5 2.5H11l-4 3.7V16h-.5A2.5 2.5 0 0 1 4 13.5v-6A2.5 2.5 0 0 1 6.5 5z" />
  ),
  minus: <path d="M5 12h14" />,
  moon: <path d="M19.5 14.2A8 8 0 1 1 9.8 4.5a6.4 6.4 0 0 0 9.7 9.7z" />,
  more: (
    <>
      <circle cx="5.5" cy="12" r="1.4" fill="currentColor" stroke="none" />
      <circle cx="12" cy="12" r="1.4" fill="currentColor" stroke="none" />
      <circle cx="18.5" cy="12" r="1.4" fill="currentColor" stroke="none" />
    </>
  ),
  notes: (
    <>
      <rect x="4.5" y="4" width="15" height="16" rx="2.5" />
      <path d="M8.5 9h7" />
      <path d="M8.5 12.5h7" />
      <path d="M8.5 16h4" />
    </>
  ),
  outdent: (
    <>
      <path d="M4 5.5h16" />
      <path d="M11.5 12H20" />
      <path d="M4 18.5h16" />
      <path d="M7 9.5L4.5 12 7 14.5" />
    </>
  ),
  'panel-left': (
    <>
      <rect x="3.5" y="4.5" width="17" height="15" rx="2.8" />
      <path d="M9.5 4.5v15" />
    </>
  ),
  'panel-right': (
    <>
      <rect x="3.5" y="4.5" width="17" height="15" rx="2.8" />
      <path d="M14.5 4.5v15" />
    </>
  ),
  pencil: (
    <>
      <path d="M4.5 19.5l1-4.2L15.8 5a2.25 2.25 0 0 1 3.2 3.2L8.7 18.5z" />
      <path d="M13.8 7l3.2 3.2" />
    </>
  ),
  pin: (
    <>
      <path d="M12 21c4-4.2 6.5-7.4 6.5-10.5a6.5 6.5 0 0 0-13 0C5.5 13.6 8 16.8 12 21z" />
      <circle cx="12" cy="10.5" r="2.3" />
    </>
  ),
  plus: (
    <>
      <path d="M12 5v14" />
      <path d="M5 12h14" />
    </>
  ),
  printer: (
    <>
      <path d="M7 8.5V4h10v4.5" />
      <path d="M7 17H5.5A1.5 1.5 0 0 1 4 15.5V10a1.5 1.5 0 0 1 1.5-1.5h13A1.5 1.5 0 0 1 20 10v5.5a1.5 1.5 0 0 1-1.5 1.5H17" />
      <path d="M7 13.5h10V20H7z" />
    </>
  ),
  redo: (
    <>
      <path d="M15.5 5l4 4-4 4" />
      <path d="M19.5 9H10a5.5 5.5 0 0 0 0 11h5" />
    </>
  ),
  refresh: (
    <>
      <path d="M4 11a8.2 8.2 0 0 1 14.3-4.2L20 8.5" />
      <path d="M20 4.5v4h-4" />
      <path d="M20 13a8.2 8.2 0 0 1-14.3 4.2L4 15.5" />
      <path d="M4 19.5v-4h4" />
    </>
  ),
  repeat: (
    <>
      <path d="M17 3.5L20.5 7 17 10.5" />
      <path d="M3.5 12V10a3 3 0 0 1 3-3h14" />
      <path d="M7 20.5L3.5 17 7 13.5" />
      <path d="M20.5 12v2a3 3 0 0 1-3 3h-14" />
    </>
  ),
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="M20 20l-4.3-4.3" />
    </>
  ),
  sliders: (
    <>
      <path d="M4 8h9" />
      <path d="M18 8h2" />
      <circle cx="15.5" cy="8" r="2.3" />
      <path d="M4 16h2" />
      <path d="M11 16h9" />
      <circle cx="8.5" cy="16" r="2.3" />
    </>
  ),
  strike: (
    <>
      <path d="M4.5 12h15" />
      <path d="M16.5 7.6C15.9 5.9 14.3 5 12 5 9.4 5 7.5 6.2 7.5 8.3c0 .5.1.9.3 1.3" />
      <path d="M7.2 16c.6 1.9 2.4 3 4.8 3 2.7 0 4.6-1.3 4.6-3.5 0-.2 0-.4-.1-.6" />
    </>
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="3.7" />
      <path d="M12 3v1.8" />
      <path d="M12 19.2V21" />
      <path d="M3 12h1.8" />
      <path d="M19.2 12H21" />
      <path d="M5.6 5.6l1.3 1.3" />
      <path d="M17.1 17.1l1.3 1.3" />
      <path d="M5.6 18.4l1.3-1.3" />
      <path d="M17.1 6.9l1.3-1.3" />
    </>
  ),
  table: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="2.5" />
      <path d="M4 9.5h16" />
      <path d="M4 14.7h16" />
      <path d="M10 9.5V20" />
    </>
  ),
  tag: (
    <>
      <path d="M4 11.2V5.8A1.8 1.8 0 0 1 5.8 4h5.4a2 2 0 0 1 1.4.6l6.9 6.9a2 2 0 0 1 0 2.8l-5.2 5.2a2 2 0 0 1-2.8 0l-6.9-6.9a2 2 0 0 1-.6-1.4z" />
      <circle cx="8.3" cy="8.3" r="1.2" fill="currentColor" stroke="none" />
    </>
  ),
  target: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <circle cx="12" cy="12" r="4.5" />
      <circle cx="12" cy="12" r="1.3" fill="currentColor" stroke="none" />
    </>
  ),
  text: (
    <>
      <path d="M5.5 6.5h13" />
      <path d="M12 6.5v12" />
    </>
  ),
  trash: (
    <>
      <path d="M4.5 7h15" />
      <path d="M9.5 7V5.5A1.5 1.5 0 0 1 11 4h2a1.5 1.5 0 0 1 1.5 1.5V7" />
      <path d="M6.5 7l.8 11.2A2 2 0 0 0 9.3 20h5.4a2 2 0 0 0 2-1.8L17.5 7" />
    </>
  ),
  undo: (
    <>
      <path d="M8.5 5L4.5 9l4 4" />
      <path d="M4.5 9h9.5a5.5 5.5 0 0 1 0 11H9" />
    </>
  ),
  upload: (
    <>
      <path d="M12 15.5v-11" />
      <path d="M7 9l5-5 5 5" />
      <path d="M5 20h14" />
    </>
  ),
  user: (
    <>
      <circle cx="12" cy="8" r="3.5" />
      <path d="M5 19.5c.7-3.4 3.5-5.5 7-5.5s6.3 2.1 7 5.5" />
    </>
  ),
  'user-plus': (
    <>
      <circle cx="10" cy="8" r="3.5" />
      <path d="M3.5 19.5c.6-3.4 3.2-5.5 6.5-5.5s5.9 2.1 6.5 5.5" />
      <path d="M19 8v6" />
      <path d="M16 11h6" />
    </>
  ),
  users: (
    <>
      <circle cx="9.5" cy="8" r="3.5" />
      <path d="M3 19.5c.6-3.4 3.2-5.5 6.5-5.5s5.9 2.1 6.5 5.5" />
      <path d="M15.6 4.7a3.5 3.5 0 0 1 0 6.6" />
      <path d="M18.2 14.6c1.5.9 2.5 2.6 2.8 4.9" />
    </>
  ),
  x: (
    <>
      <path d="M6.5 6.5l11 11" />
      <path d="M17.5 6.5l-11 11" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes
