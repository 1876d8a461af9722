/** A package as the lock file knows it, by the folder it lies in. */
export type Locked = Record<string, { integrity?: string; link?: boolean; hasInstallScript?: boolean }>

/** Electron's newest major when this was last looked at, by hand, once a month. */
const newestElectron = 45
const supported = 3

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** A sentence for each package without its hash or with a script that nobody looked at, and for an old Electron. */
export function supplyProblems(
  packages: Locked,
  { allowScripts, electron }: { allowScripts: Readonly<Record<string, boolean>>; electron: string },
): string[] {
  const entries = Object.entries(packages).filter(([path]) => path !== '')
  const major = Number.parseInt(electron, 10)
  return [
    ...entries
      .filter(([, { integrity, link }]) => !link && !integrity?.startsWith('sha512-'))
      .map(([path]) => `${path} has no sha512 in package-lock.json`),
    ...entries
      .filter(([path, { hasInstallScript }]) => hasInstallScript && !(nameOf(path) in allowScripts))
      .map(([path]) => `${path} has an install script; look at it and say so in allowScripts`),
    ...(newestElectron - major < supported ? [] : [`Electron ${major} is no longer supported`]),
  ]
}
