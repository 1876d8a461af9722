import { useMutation } from '@tanstack/react-query'
import { commandOf, type MenuCommand } from '../../shared/menu-command.ts'
import { orpc } from '../api/client.ts'
import { useMenuCommands } from '../api/useMenuCommands.ts'
import { useSwitchCompany } from '../features/company/useSwitchCompany.ts'
import { openCapture } from '../features/signals/capture.ts'

type Menu = { navigate: (path: string) => void; showKeys: () => void }

/**
 * Performs the commands of the native menu, and returns how. Undo and redo belong to the field or the session in use,
 * finding to `FindBar`.
 */
export function useMenu({ navigate, showKeys }: Menu): (command: MenuCommand) => void {
  const backUp = useMutation(orpc.company.backUp.mutationOptions())
  const openSample = useSwitchCompany('sample')
  const perform = (command: MenuCommand) => {
    const { path } = commandOf(command)
    if (path !== undefined) navigate(path)
    else if (command === 'new-signal') openCapture()
    else if (command === 'show-keys') showKeys()
    else if (command === 'back-up')
      backUp.mutate(undefined, { onSuccess: () => navigate('/settings/backups') })
    else if (command === 'open-sample-company') openSample.mutate()
    else if (command !== 'find-on-page' && document.activeElement?.matches('input, textarea'))
      document.execCommand(command)
  }
  useMenuCommands(perform)
  return perform
}
