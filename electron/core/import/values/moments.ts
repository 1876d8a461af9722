/** Minutes that zones named by letters lie ahead of UTC. */
const zones: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 60,
  WEST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
}
const time = /(\d{1,2})[:.h](\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?:([ap])\.?m?\.?(?!\p{L}))?/iu
const offset = /(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?(?:\s*\(.*\))?(?:\s*\[.*\])?\s*$/i
const named = /(?:^|[\s\d])(Z|[A-Z]{3,4})(?:\s*\(.*\))?$/

/** Minutes from the midnight, as UTC, that a time like " 23:45:10+01:00" follows to its moment; null without a zone. */
export function clockIn(text: string): number | null {
  const clock = time.exec(text)
  if (!clock) return null
  const zone = zoneIn(text.slice(clock.index + clock[0].length).trim(), text.trim())
  if (zone === null) return null
  const [, hours, minutes, half] = clock
  const twelve = Number(hours) % 12
  const hour = half === undefined ? Number(hours) : twelve + (half.toLowerCase() === 'p' ? 12 : 0)
  return hour * 60 + Number(minutes) - zone
}

function zoneIn(after: string, whole: string): number | null {
  const numbers = offset.exec(after)
  if (numbers) {
    const minutes = Number(numbers[2]) * 60 + Number(numbers[3] ?? 0)
    return numbers[1] === '-' ? -minutes : minutes
  }
  const name = named.exec(after)?.[1] ?? named.exec(whole)?.[1]
  return name === undefined ? null : (zones[name] ?? null)
}

/** The owner's local day of a moment in milliseconds since 1970, as YYYY-MM-DD. */
export function instantDay(milliseconds: number): string {
  const date = new Date(milliseconds)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
