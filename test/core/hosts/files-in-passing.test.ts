import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFiles, type Files } from '../../../electron/core/files.ts'

let dataDir: string
let files: Files
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
  dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-files-'))
  files = createFiles(dataDir)
  files.clear()
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(dataDir, { recursive: true })
})

const kept = () => readdirSync(join(dataDir, 'tmp'))

function aFile(): string {
  const { id, path } = files.make('a.csv', 'text/csv')
  writeFileSync(path, 'a')
  return id
}

it('a file in passing goes a minute after its use, not only when the app is closed', () => {
  const id = aFile()
  const other = aFile()
  files.done([id])
  vi.advanceTimersByTime(59_000)
  expect(kept()).toHaveLength(2)
  vi.advanceTimersByTime(2_000)
  expect(kept()).toEqual([other])
  expect(() => files.get(id)).toThrow('Choose it again')
})

it('one that was never used goes within the day', () => {
  aFile()
  vi.advanceTimersByTime(7 * 60 * 60 * 1000)
  const next = aFile()
  expect(kept()).toEqual([next])
})
