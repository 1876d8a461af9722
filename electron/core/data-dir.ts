import { posix, win32 } from 'node:path'

/**
 * The folder that holds everything Evenkeel keeps, the same for both hosts.
 * Fixed by name, never by version; never a folder that Windows may sync (Roaming).
 */
export function defaultDataDir(platform: string, env: Readonly<Record<string, string | undefined>>): string {
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA || win32.join(env.USERPROFILE || 'C:\\', 'AppData', 'Local')
    return win32.join(local, 'Evenkeel')
  }
  const home = env.HOME || '/'
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Evenkeel')
  const dataHome = env.XDG_DATA_HOME
  const base = dataHome && posix.isAbsolute(dataHome) ? dataHome : posix.join(home, '.local', 'share')
  return posix.join(base, 'evenkeel')
}
