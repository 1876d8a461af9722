import { type ComponentType, useEffect, useState } from 'react'

/** What Chromium says about the connection; TypeScript does not know it. */
type Connected = Navigator & { connection?: { saveData: boolean } }

const loaders = new Set<() => Promise<unknown>>()

/**
 * A component that loads when it is first shown, or in the first quiet moment before; `Waiting` stands there until
 * then. React's `lazy` shows its fallback even for what is loaded already, and then for 300 ms at least.
 */
export function ahead<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  const ready = async () => {
    loaded ??= await load()
    return loaded
  }
  loaders.add(ready)
  return function Ahead(props: Props) {
    const [Shown, setShown] = useState(() => loaded)
    const [failure, setFailure] = useState<{ error: unknown } | null>(null)
    useEffect(() => {
      if (Shown) return
      ready().then(
        (component) => setShown(() => component),
        (error: unknown) => setFailure({ error }),
      )
    }, [Shown])
    if (failure) throw failure.error
    return Shown ? <Shown {...props} /> : <Waiting />
  }
}

/** Loads all of them, one after the other, so that showing one waits for nothing; none in a browser that saves data. */
export async function loadAhead(): Promise<void> {
  if ((navigator as Connected).connection?.saveData) return
  for (const load of loaders) {
    // What cannot be loaded now is asked for again when it is shown.
    await load().catch(() => undefined)
  }
}
