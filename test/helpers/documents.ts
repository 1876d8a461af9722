import type { Document } from '../../shared/contract/documents.ts'
import type { TestApp } from './test-app.ts'

/** Who stands behind a wording, and since when it is live. */
export const approval = (liveOn: string) => ({
  why: 'The old one was out of date.',
  liveOn,
  decidedBy: 'Dana',
  approvedBy: 'Ines Moreau',
})

/** Ways to publish wordings in one call. */
export function documentsOf({ client }: Pick<TestApp, 'client'>) {
  async function again(document: Document, text: string, liveOn: string, sectionIds: number[] = []) {
    const { draft } = await client.documents.get({ id: document.id })
    await client.documents.saveDraft({ id: document.id, rev: draft?.rev ?? null, text, sectionIds })
    await client.documents.publish({ id: document.id, ...approval(liveOn) })
    return client.documents.get({ id: document.id })
  }
  const create = async (
    kind: Document['kind'],
    workflowId: number | null,
    name: string,
    text: string,
    liveOn: string,
    sectionIds?: number[],
  ) => again(await client.documents.create({ kind, workflowId, name, text }), text, liveOn, sectionIds)

  return {
    /** The next version of a document. */
    again,
    section: (name: string, text: string, liveOn: string) => create('section', null, name, text, liveOn),
    /** A section that somebody checked on the day it went live. */
    async checked(name: string, text: string, liveOn: string) {
      const section = await create('section', null, name, text, liveOn)
      await client.documents.verify({ id: section.id, by: 'Ines Moreau' })
      return section
    },
    prompt: (workflowId: number, text: string, liveOn: string, sectionIds?: number[]) =>
      create('prompt', workflowId, 'Prompt', text, liveOn, sectionIds),
    model: (workflowId: number, text: string, liveOn: string) =>
      create('model', workflowId, 'Model', text, liveOn),
  }
}
