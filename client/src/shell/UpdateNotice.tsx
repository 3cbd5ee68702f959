import { useEffect } from 'react'
import { useToast } from '../ui/Toast.tsx'
import { useShell, useUpdateReady } from './use-shell.ts'

/** Says once that there is a newer version. */
export function UpdateNotice() {
  const shell = useShell()
  const isReady = useUpdateReady()
  const toast = useToast()
  useEffect(() => {
    if (!isReady) return
    toast({
      text: 'A new version is ready.',
      icon: 'refresh',
      stays: true,
      action: { label: 'Reload', run: () => void shell.reload() },
    })
  }, [isReady, shell, toast])
  return null
}
