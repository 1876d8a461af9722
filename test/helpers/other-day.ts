// Loaded ahead of Evenkeel (node --import): its clock goes on as usual, but from another day.
const shift = Number(process.env.EVENKEEL_TEST_CLOCK_SHIFT_MS)
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...args: unknown[]) {
    super(...((args.length === 0 ? [RealDate.now() + shift] : args) as [number]))
  }
  static override now() {
    return RealDate.now() + shift
  }
} as DateConstructor
