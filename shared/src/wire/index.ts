export { close, isFinal, type Close } from './close.ts'
export { limits } from './limits.ts'
export { message } from './message.ts'
