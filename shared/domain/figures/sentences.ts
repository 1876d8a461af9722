import { formatNumber, roundFigure } from '../format.ts'

/** "moves under 11 points can be chance"; `noise` is a fraction. */
export function chance(noise: number, locale: string): string {
  const points = Math.max(1, Math.round(roundFigure(noise, 4) * 100))
  return `moves under ${formatNumber(points, 0, locale)} ${points === 1 ? 'point' : 'points'} can be chance`
}
