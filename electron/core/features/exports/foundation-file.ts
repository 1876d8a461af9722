import { writeFileSync } from 'node:fs'
import type { MadeFile } from '../../../../shared/contract/jobs.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { foundationBlocks, markdown } from '../../export/document/foundation-document.ts'
import { wordDocument } from '../../export/document/word-document.ts'
import { writeZip } from '../../export/pack/zip.ts'
import type { Documents } from '../documents/service.ts'

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
} as const

/** The Foundation in force as a document. */
export async function foundationFile(
  { files, clock }: Pick<Context, 'files' | 'clock'>,
  documents: Pick<Documents, 'sections'>,
  { format, company, locale }: { format: 'docx' | 'md'; company: string; locale: string },
): Promise<MadeFile> {
  const sections = documents.sections()
  if (sections.length === 0) {
    throw new AppError('INVALID_INPUT', 'The Foundation has no sections yet. Write or import it first.')
  }
  const today = clock.today()
  const blocks = foundationBlocks(sections, { company, today, locale })
  const file = files.make(`evenkeel-foundation-${today}.${format}`, types[format])
  if (format === 'md') writeFileSync(file.path, markdown(blocks), { mode: 0o600 })
  else {
    const parts = wordDocument(`${company}: Foundation`, blocks, clock.now())
    await writeZip(
      file.path,
      parts.map(({ name, xml }) => ({ name, content: async () => Buffer.from(xml) })),
    )
  }
  return { fileId: file.id, name: file.name }
}
