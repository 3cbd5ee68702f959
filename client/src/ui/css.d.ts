import 'react'

declare module 'react' {
  interface CSSProperties {
    /** the color of the person whom the element stands for */
    '--person'?: string
  }
}
