import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { Late } from './late.ts'

/**
 * A component whose code is fetched when it is first drawn, as with `lazy`; but it is shown as soon as that is here,
 * where React lets what suspends wait for 300 ms. [N203]
 */
export function lateComponent<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  placeholder: ReactNode = null,
): ComponentType<Props> {
  const code = new Late(fetch)
  return function LateComponent(props) {
    const [Fetched, setFetched] = useState(() => code.here)
    useEffect(() => {
      if (Fetched) return undefined
      let isGone = false
      code.load().then(
        (component) => isGone || setFetched(() => component),
        (error: unknown) =>
          isGone ||
          setFetched(() => {
            throw error // to whoever shows failures
          }),
      )
      return () => {
        isGone = true
      }
    }, [Fetched])
    return Fetched ? <Fetched {...props} /> : placeholder
  }
}
