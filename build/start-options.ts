import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataDir } from '../electron/core/data-dir.ts'
import { OptionError, parsePort } from '../electron/hosts/browser/options.ts'

export type StartOptions = {
  /** `either` takes the desktop window where it can be had. */
  host: 'either' | 'desktop' | 'browser'
  opensBrowser: boolean
  port: number
  dataDir: string
  showsHelp: boolean
}

export const help = `Usage: npm start -- [flags]

Starts Evenkeel in a window of its own. Where the window's program (Electron) is not there and cannot be
downloaded within 15 seconds, it opens in your browser instead, on the same data, and later starts do the
same without asking again.

  --desktop          try again to get the window of its own
  --browser          open in your browser
  --no-open          in the browser: print the link, open nothing
  --port NUMBER      in the browser: the port on 127.0.0.1 (any free one if left out)
  --data-dir FOLDER  keep the data in this folder
                     (if left out: ${defaultDataDir(process.platform, process.env)})
  --help             show this
`

/** Reads the flags of npm start. Throws OptionError with a sentence. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const values = readFlags(args)
  if (values.browser && values.desktop) {
    throw new OptionError('--browser and --desktop cannot both be used.')
  }
  return {
    host: values.browser ? 'browser' : values.desktop ? 'desktop' : 'either',
    opensBrowser: !values['no-open'],
    port: parsePort(values.port ?? '0'),
    dataDir: values['data-dir'] ? resolve(values['data-dir']) : defaultDataDir(process.platform, process.env),
    showsHelp: values.help ?? false,
  }
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        browser: { type: 'boolean' },
        desktop: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        'data-dir': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error))
  }
}
