import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumProgram } from '../test/helpers/chromium.ts'

// Draws build/icon.svg in every size that the systems ask for: `npm run icons`. What it makes is committed.
const root = join(import.meta.dirname, '..')
const folder = join(root, 'build/icons')
const svg = readFileSync(join(root, 'build/icon.svg'), 'utf8')

async function draw(sizes: readonly number[]): Promise<Map<number, Buffer>> {
  const program = chromiumProgram()
  const browser = await chromium.launch({
    ...(program ? { executablePath: program } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const drawn = new Map<number, Buffer>()
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(
      `<style>html,body{margin:0;background:none}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    )
    drawn.set(size, await page.screenshot({ omitBackground: true }))
    await page.close()
  }
  await browser.close()
  return drawn
}

/** A Windows icon of PNG pictures. */
function ico(pictures: readonly (readonly [number, Buffer])[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(([size, png], index) => {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(([, png]) => png)])
}

/** A Mac icon of PNG pictures, each under the name of its size. */
function icns(pictures: readonly (readonly [string, Buffer])[]): Buffer {
  const parts = pictures.map(([name, png]) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const all = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(all.length + 8, 4)
  return Buffer.concat([head, all])
}

const drawn = await draw([16, 24, 32, 48, 64, 128, 256, 512, 1024])
const of = (size: number) => drawn.get(size) ?? Buffer.alloc(0)
mkdirSync(folder, { recursive: true })
for (const size of [16, 32, 48, 64, 128, 256, 512])
  writeFileSync(join(folder, `${size}x${size}.png`), of(size))
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256].map((size) => [size, of(size)])))
const namesOfMac = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
] as const
writeFileSync(join(folder, 'icon.icns'), icns(namesOfMac.map(([name, size]) => [name, of(size)])))
writeFileSync(join(root, 'renderer/public/icon.png'), of(256))
