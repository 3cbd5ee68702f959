/** Whoever has pressed no key for so long does not type. */
const restMs = 2_000
/** What begins to breathe while somebody types is found after so long. */
const lookMs = 500

/**
 * Lets what breathes rest while somebody types here: it asks for a frame of its own each time that the screen can show
 * one, and a letter that comes meanwhile waits for the next. [N265]
 */
export function restWhileTyping(): void {
  let resting: Animation[] = []
  let [typedAt, lookedAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let timer: ReturnType<typeof setTimeout> | null = null
  const onKey = () => {
    typedAt = performance.now()
    timer ??= setTimeout(goOn, restMs)
    if (typedAt - lookedAt < lookMs) return
    lookedAt = typedAt
    const breathing = document.getAnimations().filter(isBreathing)
    for (const animation of breathing) animation.pause()
    resting.push(...breathing)
  }
  const goOn = () => {
    const leftMs = typedAt + restMs - performance.now()
    timer = leftMs > 0 ? setTimeout(goOn, leftMs) : null
    if (timer !== null) return
    for (const animation of resting) if (animation.playState === 'paused') animation.play()
    resting = []
    lookedAt = Number.NEGATIVE_INFINITY
  }
  addEventListener('keydown', onKey, true)
}

function isBreathing(animation: Animation): animation is CSSAnimation {
  return animation instanceof CSSAnimation && animation.animationName === 'breathe' && animation.playState === 'running'
}
