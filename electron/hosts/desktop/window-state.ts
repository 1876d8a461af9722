import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rectangle } from 'electron'
import { z } from 'zod'

const WindowState = z.object({
  bounds: z.object({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(400),
    height: z.number().int().min(300),
  }),
  isMaximized: z.boolean(),
})

/** Where the window was when it was last closed, in screen points. */
export type WindowState = z.infer<typeof WindowState>

const fileName = 'window.json'

/** Undefined on the first start, and when the file cannot be read. */
export function readWindowState(dataDir: string): WindowState | undefined {
  try {
    return WindowState.parse(JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')))
  } catch {
    return undefined
  }
}

/** Remembers the place; a full disk must not keep the window from closing. */
export function writeWindowState(dataDir: string, state: WindowState): void {
  try {
    writeFileSync(join(dataDir, fileName), JSON.stringify(state), { mode: 0o600 })
  } catch {
    // The window opens at its usual place next time.
  }
}

/** The remembered place, unless less than 100 points of it lie on a screen that is still there. */
export function fitToScreens(
  remembered: Rectangle | undefined,
  workAreas: readonly Rectangle[],
): Rectangle | undefined {
  if (!remembered) return undefined
  const isVisible = workAreas.some(
    (area) =>
      overlap(remembered.x, remembered.width, area.x, area.width) >= 100 &&
      overlap(remembered.y, remembered.height, area.y, area.height) >= 100,
  )
  return isVisible ? remembered : undefined
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}
