import type { DesktopBridge } from '../../shared/desktop-bridge.ts'

/** What the desktop app adds to the page; undefined in a browser. */
export const desktop = (): DesktopBridge | undefined => (window as { evenkeel?: DesktopBridge }).evenkeel
