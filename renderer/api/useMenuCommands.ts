import { useEffect, useRef } from 'react'
import type { DesktopBridge, MenuCommand } from '../../shared/menu-command.ts'

/** Calls back for each command of the native menu; there is none in a browser. */
export function useMenuCommands(onCommand: (command: MenuCommand) => void): void {
  const latest = useRef(onCommand)
  useEffect(() => {
    latest.current = onCommand
  })
  useEffect(() => {
    const { evenkeel } = window as { evenkeel?: DesktopBridge }
    return evenkeel?.onMenuCommand((command) => latest.current(command))
  }, [])
}
