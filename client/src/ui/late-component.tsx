import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { Late } from './late.ts'

/**
 * A component whose code is fetched when it is first drawn, as with `lazy`; but it is shown as soon as that is here,
 * where React lets what suspends wait for 300 ms. [N203] Without it the page is nothing: where it cannot be fetched, that
 * is thrown to whoever shows failures.
 */
export function lateComponent<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  placeholder: ReactNode = null,
): ComponentType<Props> {
  const code = new Late(fetch)
  return function LateComponent(props) {
    const [failure, setFailure] = useState<{ error: unknown } | null>(null)
    const Fetched = useLate(code, (error) => setFailure({ error }))
    if (failure) throw failure.error
    return Fetched ? <Fetched {...props} /> : placeholder
  }
}

/** The same for a part of a page that goes on without it: one that cannot be fetched comes with the network. [N208] */
export function latePart<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  placeholder: ReactNode = null,
): ComponentType<Props> {
  const code = new Late(fetch)
  return function LatePart(props) {
    const Fetched = useLate(code)
    return Fetched ? <Fetched {...props} /> : placeholder
  }
}

function useLate<Props>(
  code: Late<ComponentType<Props>>,
  onFail: (error: unknown) => void = () => undefined,
): ComponentType<Props> | null {
  const [fetched, setFetched] = useState(() => code.here)
  useEffect(() => {
    if (fetched) return undefined
    let isGone = false
    const load = () =>
      void code.load().then(
        (component) => isGone || setFetched(() => component),
        (error: unknown) => isGone || onFail(error),
      )
    load()
    addEventListener('online', load)
    return () => {
      isGone = true
      removeEventListener('online', load)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is told of a failure does not begin it anew
  }, [code, fetched])
  return fetched
}
