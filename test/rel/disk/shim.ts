import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const noShim = 'it needs Linux and a C compiler (cc)'

/** Compiles a library that stands between a process and the disk; null where that cannot be done. */
export function compileShim(name: 'shim' | 'no-locks' = 'shim'): string | null {
  if (process.platform !== 'linux') return null
  const library = join(mkdtempSync(join(tmpdir(), 'evenkeel-shim-')), `${name}.so`)
  const source = join(import.meta.dirname, `${name}.c`)
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], {
    stdio: 'ignore',
  })
  return status === 0 ? library : null
}

/** The environment of a process whose changes under `folder` are recorded in `record` and fail as `orders` say. */
export function underShim(
  library: string,
  { folder, record, orders }: { folder: string; record?: string; orders?: string },
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LD_PRELOAD: library,
    EVENKEEL_DISK_FOLDER: folder,
    ...(record ? { EVENKEEL_DISK_RECORD: record } : {}),
    ...(orders ? { EVENKEEL_DISK_ORDER: orders } : {}),
  }
}

export function newOrders(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'evenkeel-orders-')), 'orders')
  writeFileSync(path, Buffer.alloc(4096))
  return path
}

export const diskErrors = { EIO: 5, ENOSPC: 28 } as const
export type DiskError = keyof typeof diskErrors

/** Gives orders to the library, in its process or from another one. */
export function ordersAt(path: string) {
  const file = openSync(path, 'r+')
  const put = (numbers: readonly number[]) => void writeSync(file, Int32Array.from(numbers), 0, 20, 0)
  return {
    /** Operation number `at` from now on fails, and all after it where `isLasting`. */
    fail: (at: number, error: DiskError, isLasting: boolean) =>
      put([at, diskErrors[error], isLasting ? 1 : 0, 0, 0]),
    heal: () => put([0, 0, 0, 0, 0]),
    /** Operations since the last order, and how many of them failed. */
    read() {
      const numbers = new Int32Array(5)
      readSync(file, numbers, 0, 20, 0)
      return { count: numbers[3] ?? 0, failed: numbers[4] ?? 0 }
    },
    close: () => closeSync(file),
  }
}
