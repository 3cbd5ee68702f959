import { useMemo } from 'react'
import { useStored } from '../ui/use-stored.ts'
import { identityKey, readIdentity, writeIdentity, type Identity } from './identity.ts'

/** Who sits before this browser, null until they have said it; and how to say it. */
export function useIdentity(): [identity: Identity | null, set: (identity: Identity) => void] {
  const [stored, store] = useStored(identityKey)
  const identity = useMemo(() => readIdentity(stored), [stored])
  return [identity, (next) => store(writeIdentity(next))]
}
