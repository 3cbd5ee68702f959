export { close, isFinal, type Close } from './close.ts'
export { imageAddress, imageNamesIn, isImageName, readImageAddress } from './image-address.ts'
export { limits } from './limits.ts'
export { message } from './message.ts'
