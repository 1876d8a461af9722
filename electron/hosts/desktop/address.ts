/** Where the window lives: a scheme of our own, so that no file and no web page shares its origin. */
export const appScheme = 'app'
export const appAddress = 'app://evenkeel/'

/** The page in the place of one that keeps crashing. */
export const stoppedAddress = `${appAddress}stopped`

/** Whether an address is one of the app's own, exactly: no other host, user name or port. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  const isOurs = url.protocol === 'app:' && url.host === 'evenkeel'
  return isOurs && url.username === '' && url.password === '' && address.startsWith(appAddress)
}
