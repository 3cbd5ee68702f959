import 'react'

declare module 'react' {
  interface CSSProperties {
    /** the color of the person whom the element stands for */
    '--person'?: string
    /** how much of a bar is one part, and how much of that has passed */
    '--minutes'?: number
    '--elapsed'?: string
  }
}
