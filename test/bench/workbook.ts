import { join } from 'node:path'
import { measuredProcess, type Row, seconds } from './measure.ts'

const script = join(import.meta.dirname, 'workbook-process.ts')
const hold = 1.3
const mostMegabytes = 400

/** The workbook of 100,000 outputs against the bare streaming writer with the same values. */
export async function workbook(): Promise<Row[]> {
  const bare = measuredProcess(script, ['bare'])
  const whole = measuredProcess(script, ['whole'])
  const megabytes = whole.rss / 1024 / 1024
  return [
    {
      what: 'workbook of 100,000 outputs',
      measured: `${seconds(whole.ms)} against ${seconds(bare.ms)}, ${megabytes.toFixed(0)} MB`,
      ratio: whole.ms / bare.ms,
      hold: `at most ${hold} times the streaming writer, under ${mostMegabytes} MB`,
      isHeld: whole.ms <= bare.ms * hold && megabytes < mostMegabytes,
    },
  ]
}
