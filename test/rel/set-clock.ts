const RealDate = Date
let shift = 0
let standsAt: number | null = null

const now = () => standsAt ?? RealDate.now() + shift

/** Sets the computer's clock for this process, and its time zone; `stands` keeps it from going on. */
export function setClock(at: string, zone: string, stands = false): void {
  shift = RealDate.parse(at) - RealDate.now()
  standsAt = stands ? RealDate.parse(at) : null
  process.env.TZ = zone
}

globalThis.Date = class extends RealDate {
  constructor(...args: unknown[]) {
    super(...((args.length === 0 ? [now()] : args) as [number]))
  }
  static override now() {
    return now()
  }
} as DateConstructor
