/** Collecting, results, report and slack of a session (UX 3C), and judging one output. */
const fixedMinutes = 45
const minutesPerOutput = 2.5

/** How long a month's session takes, in whole half hours, as minutes: 120 for three workflows of ten outputs. */
export function sessionMinutes(outputs: number): number {
  return Math.max(1, Math.round((fixedMinutes + minutesPerOutput * outputs) / 30)) * 30
}

/** "2 hours", "1½ hours", "1 hour", "half an hour" for whole half hours. */
export function halfHoursInWords(minutes: number): string {
  const halfHours = Math.round(minutes / 30)
  if (halfHours <= 1) return 'half an hour'
  if (halfHours === 2) return '1 hour'
  return `${Math.floor(halfHours / 2)}${halfHours % 2 === 1 ? '½' : ''} hours`
}
