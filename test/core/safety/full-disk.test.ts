import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../helpers/test-app.ts'
import { compileShim, newOrders, underShim } from '../../rel/disk/shim.ts'

type Said = { door: string; error: 'ENOSPC' | 'EIO'; says: string; again: string }

const right = {
  ENOSPC: /disk is full/i,
  EIO: /disk reported an error|(can.t|could not) be written/i,
}

const library = compileShim()

it.skipIf(library === null)(
  'each door says what the disk refused, and opens when it is well',
  () => {
    const folder = join(temporaryFolder(), 'disk')
    mkdirSync(folder)
    const child = join(import.meta.dirname, '../../rel/full-disk-child.ts')
    const { stdout, stderr } = spawnSync(process.execPath, [child], {
      env: { ...underShim(library ?? '', { folder, orders: newOrders() }), TMPDIR: folder },
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true, force: true })
    expect(stdout, stderr).toMatch(/^\[/)
    const said = JSON.parse(stdout) as Said[]
    expect(said.length).toBeGreaterThan(20)
    expect(said.filter(({ error, says }) => says !== 'done' && !right[error].test(says))).toEqual([])
    expect(said.filter(({ again }) => again !== 'done' && again !== 'not tried')).toEqual([])
    const doors = new Set(
      said.filter(({ says }) => says !== 'done').map(({ door }) => door.replace(/,.*/, '')),
    )
    expect([...doors]).toHaveLength(6)
  },
  180_000,
)
