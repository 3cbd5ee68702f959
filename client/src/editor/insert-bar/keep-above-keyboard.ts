/**
 * Keeps the end of the page at the end of what can be seen of it, where a browser lays the on-screen keyboard over the
 * page. What is enlarged with two fingers is left alone.
 *
 * @param onMove told whenever what can be seen ends elsewhere
 * @returns what gives the page its whole height back
 */
export function keepAboveKeyboard(onMove: () => void): () => void {
  const seen = globalThis.visualViewport
  if (!seen) return () => undefined
  const { style } = document.body
  const follow = () => {
    const isEnlarged = seen.scale > 1.01
    style.blockSize = isEnlarged ? '' : `min(100dvh, ${Math.round(seen.offsetTop + seen.height)}px)`
    onMove()
  }
  follow()
  seen.addEventListener('resize', follow)
  seen.addEventListener('scroll', follow)
  return () => {
    seen.removeEventListener('resize', follow)
    seen.removeEventListener('scroll', follow)
    style.blockSize = ''
  }
}
