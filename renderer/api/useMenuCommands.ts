import { useEffect, useRef } from 'react'
import type { MenuCommand } from '../../shared/menu-command.ts'
import { desktop } from './desktop.ts'

/** Calls back for each command of the native menu; there is none in a browser. */
export function useMenuCommands(onCommand: (command: MenuCommand) => void): void {
  const latest = useRef(onCommand)
  useEffect(() => {
    latest.current = onCommand
  })
  useEffect(() => {
    return desktop()?.onMenuCommand((command) => latest.current(command))
  }, [])
}
