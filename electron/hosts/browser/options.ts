import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataDir } from '../../core/data-dir.ts'

export type BrowserOptions = {
  dataDir: string
  /** 0 takes any free port. */
  port: number
  opensBrowser: boolean
}

/** A flag that is not understood; the message says which. */
export class OptionError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'OptionError'
  }
}

/** Reads --no-open, --port and --data-dir. Throws OptionError. */
export function parseBrowserOptions(args: readonly string[]): BrowserOptions {
  const values = readFlags(args)
  const dataDir = values['data-dir']
  return {
    dataDir: dataDir ? resolve(dataDir) : defaultDataDir(process.platform, process.env),
    port: parsePort(values.port ?? '0'),
    opensBrowser: !values['no-open'],
  }
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        'data-dir': { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error))
  }
}

/** A whole number from 0 to 65535. Throws OptionError. */
export function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new OptionError(`--port takes a whole number from 0 to 65535, not "${text}".`)
  }
  return port
}
