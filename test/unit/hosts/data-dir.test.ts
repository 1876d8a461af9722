import { describe, expect, it } from 'vitest'
import { defaultDataDir } from '../../../electron/core/data-dir.ts'

describe('the data folder', () => {
  it.each([
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\Dana\\AppData\\Local' },
      'C:\\Users\\Dana\\AppData\\Local\\Evenkeel',
    ],
    ['win32', { USERPROFILE: 'C:\\Users\\Dana' }, 'C:\\Users\\Dana\\AppData\\Local\\Evenkeel'],
    ['darwin', { HOME: '/Users/dana' }, '/Users/dana/Library/Application Support/Evenkeel'],
    ['linux', { HOME: '/home/dana' }, '/home/dana/.local/share/evenkeel'],
    ['linux', { HOME: '/home/dana', XDG_DATA_HOME: '/data' }, '/data/evenkeel'],
    ['linux', { HOME: '/home/dana', XDG_DATA_HOME: 'relative' }, '/home/dana/.local/share/evenkeel'],
  ])('on %s with %o is %s', (platform, env, folder) => {
    expect(defaultDataDir(platform, env)).toBe(folder)
  })
})
