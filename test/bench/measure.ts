import { spawnSync } from 'node:child_process'

/** The value below which `share` of the sorted values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((first, second) => first - second)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

export type Row = { what: string; measured: string; ratio: number; hold: string; isHeld: boolean }

export const milliseconds = (value: number) => `${value.toFixed(0)} ms`
export const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`

/** Runs a script in a process of its own; it prints one JSON line with its time and peak memory. */
export function measuredProcess(script: string, args: readonly string[]): { ms: number; rss: number } {
  const run = spawnSync(process.execPath, ['--expose-gc', script, ...args], { encoding: 'utf8' })
  const line = run.stdout.trim().split('\n').at(-1)
  if (run.status !== 0 || !line) throw new Error(`${script} failed: ${run.stderr}`)
  return JSON.parse(line) as { ms: number; rss: number }
}
