/** "1 output", "3 outputs"; `plural` where it is not the noun with an s. */
export function count(n: number, noun: string, locale: string, plural = `${noun}s`): string {
  return `${new Intl.NumberFormat(locale).format(n)} ${n === 1 ? noun : plural}`
}
