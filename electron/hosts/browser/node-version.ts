/** The oldest Node that runs Evenkeel: it reads TypeScript as it is, and the database driver needs it. */
const needed = [22, 18] as const

/** A sentence when this Node is too old, else undefined. `version` is like `20.20.2`. */
export function nodeTooOld(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return undefined
  return `Evenkeel needs Node ${needed.join('.')} or newer, and this is Node ${version}. Install a current version from https://nodejs.org and start Evenkeel again.`
}
