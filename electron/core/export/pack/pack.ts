import { rm } from 'node:fs/promises'
import type { JobControl } from '../../jobs.ts'
import { howToRead } from './how-to-read.ts'
import { type Block, htmlPage } from './html-page.ts'
import { writeZip, type ZipEntry } from './zip.ts'

/** A file of a pack: text, or something that writes itself to a path. */
export type PackFile = {
  name: string
  /** What it holds, in a sentence of the index. */
  holds: string
  content: string | ((path: string) => Promise<void>)
}

export type Pack = {
  title: string
  /** What stands above the list of files. */
  intro: readonly string[]
  files: readonly PackFile[]
  /** What a reader would look for and does not find, and why. */
  missing: readonly string[]
}

const guide = 'how-to-read-this.html'

/** Writes a pack as a .zip with an index and a page on how to read it, file by file. */
export async function writePack(path: string, pack: Pack, { report, signal }: JobControl): Promise<void> {
  const part = `${path}.part`
  const total = pack.files.length + 2
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { name: 'index.html', content: async () => Buffer.from(indexPage(pack)) }
    yield { name: guide, content: async () => Buffer.from(howToRead(pack.files.map(({ name }) => name))) }
    for (const { name, content } of pack.files) {
      if (typeof content === 'string') yield { name, content: async () => Buffer.from(content) }
      else {
        await content(part)
        yield { name, content: { path: part } }
      }
    }
  }
  try {
    await writeZip(path, entries(), { signal, onEntry: (done) => report(done, total) })
  } finally {
    await rm(part, { force: true })
  }
}

function indexPage({ title, intro, files, missing }: Pack): string {
  const rows = [
    ...files.map(({ name, holds }) => ({ term: name, href: name, meaning: holds })),
    { term: guide, href: guide, meaning: 'How to read all this without Evenkeel.' },
  ]
  const blocks: Block[] = [...intro, { heading: 'What is in here' }, { rows }]
  if (missing.length > 0) blocks.push({ heading: 'What is not' }, ...missing)
  return htmlPage(title, blocks)
}
