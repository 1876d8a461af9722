import { useMutation } from '@tanstack/react-query'
import { orpc } from '../api/client.ts'
import { useMenuCommands } from '../api/useMenuCommands.ts'
import { useSwitchCompany } from '../features/company/useSwitchCompany.ts'
import { openCapture } from '../features/signals/capture.ts'

const paths: Readonly<Record<string, string>> = {
  'go-home': '/',
  'go-reviews': '/reviews',
  'go-workflows': '/workflows',
  'go-foundation': '/foundation',
  'go-changes': '/changes',
  'go-reports': '/reports',
  'go-settings': '/settings',
  'new-review': '/reviews',
  'new-change': '/changes/new',
  import: '/reviews',
  export: '/reports',
}

type Menu = { navigate: (path: string) => void; showKeys: () => void }

/** What the native menu's commands mean here. Undo and redo belong to the field or the review in use. */
export function useMenu({ navigate, showKeys }: Menu): void {
  const backUp = useMutation(orpc.company.backUp.mutationOptions())
  const openSample = useSwitchCompany('sample')
  useMenuCommands((command) => {
    const path = paths[command]
    if (path !== undefined) navigate(path)
    else if (command === 'new-signal') openCapture()
    else if (command === 'show-keys') showKeys()
    else if (command === 'back-up') backUp.mutate(undefined, { onSuccess: () => navigate('/settings') })
    else if (command === 'open-sample-company') openSample.mutate()
    else if (document.activeElement?.matches('input, textarea')) document.execCommand(command)
  })
}
