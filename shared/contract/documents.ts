import { z } from 'zod'
import { Day, Id, Instant, Nothing, optionalText, procedure, text } from './base.ts'
import { Change } from './changes.ts'

/** What stands under version control: a Foundation section, a workflow's prompt, or the model it runs on. */
export const DocumentKind = z.enum(['section', 'prompt', 'model'])
export type DocumentKind = z.infer<typeof DocumentKind>

const Wording = z.string().max(400_000, 'Keep this to 400,000 characters.')

/** How far a release is: tried out by its makers, used by one team, by everyone, or by nobody any more. */
export const RollOutStage = z.enum(['testing', 'pilot', 'production', 'retired'])
export type RollOutStage = z.infer<typeof RollOutStage>

export const RollOut = z.object({
  stage: RollOutStage,
  /** Of a pilot: which team, and until when. */
  team: optionalText(120),
  until: Day.nullable(),
})
export type RollOut = z.infer<typeof RollOut>

/** A stage that was recorded, with its first day. */
export const Stage = RollOut.extend({ since: Day })
export type Stage = z.infer<typeof Stage>

/** One published wording. Never altered: the database refuses it. */
export const Version = z.object({
  id: Id,
  documentId: Id,
  number: z.number().int(),
  text: z.string(),
  /** Names of the Foundation sections a prompt draws on, at this version. */
  sectionIds: z.array(Id),
  liveOn: Day,
  publishedAt: Instant,
  approvedBy: z.string(),
  why: z.string(),
  changeNumber: Id,
  /** The number of the earlier version this one went back to, word for word. */
  restoredFrom: z.number().int().nullable(),
  /** Every stage its change came to, earliest first. A workflow without any has it for everyone since `liveOn`. */
  stages: z.array(Stage.extend({ workflowId: Id, workflowName: z.string() })),
})
export type Version = z.infer<typeof Version>

export const Draft = z.object({
  text: z.string(),
  sectionIds: z.array(Id),
  rev: z.number().int(),
  savedAt: Instant,
})
export type Draft = z.infer<typeof Draft>

export const Document = z.object({
  id: Id,
  kind: DocumentKind,
  /** Null for a Foundation section: the whole company's. */
  workflowId: Id.nullable(),
  name: z.string(),
  position: z.number().int(),
  verifier: z.string(),
  intervalDays: z.number().int(),
  lastVerifiedOn: Day.nullable(),
  lastVerifiedBy: z.string().nullable(),
  current: Version.nullable(),
  draft: Draft.nullable(),
  /** The change whose wording is to go live on a day ahead. */
  planned: z.object({ changeNumber: Id, onDate: Day }).nullable(),
})
export type Document = z.infer<typeof Document>

export const Warning = z.object({ id: z.enum(['noise', 'waiting', 'second_update']), message: z.string() })
export type Warning = z.infer<typeof Warning>

/** Why a wording changes: chosen words plus the owner's own. */
const Publishing = z.object({
  why: text('why it changes', 2000),
  liveOn: Day,
  decidedBy: optionalText(200),
  approvedBy: optionalText(200),
  rollOut: RollOut.default({ stage: 'production', team: '', until: null }),
  /** Of a first version: whether it writes down how things were; the core knows best where it is not said. */
  isStartingPoint: z.boolean().optional(),
  /** What came up and led to it, and what a Foundation review decided: each is closed by the change. */
  signalIds: z.array(Id).max(50).default([]),
  actionIds: z.array(Id).max(50).default([]),
})

export const LiveCheck = z.object({
  documentId: Id,
  versionNumber: z.number().int(),
  checkedAt: Instant,
  isSame: z.boolean(),
  pasted: z.string(),
})
export type LiveCheck = z.infer<typeof LiveCheck>

export const Release = z.object({
  workflowId: Id,
  number: z.number().int(),
  liveOn: Day,
  approvedBy: z.string(),
  changeNumber: Id,
  rollOut: Stage,
  /** What it was before, earliest first. */
  earlierStages: z.array(Stage),
  parts: z.array(
    z.object({
      documentId: Id,
      kind: DocumentKind,
      name: z.string(),
      version: z.number().int(),
      versionId: Id,
    }),
  ),
})
export type Release = z.infer<typeof Release>

const NamedWording = z.object({ name: text('a name', 120), text: Wording })

const ById = z.object({ id: Id })

export const documents = {
  /**
   * The Foundation's sections, their wordings and drafts cut to 500 characters (`get` has them whole), or a
   * workflow's prompt and model as a whole.
   */
  list: procedure.input(z.object({ workflowId: Id.nullable() })).output(z.array(Document)),
  get: procedure
    .input(ById)
    .output(Document.extend({ versions: z.array(Version), checks: z.array(LiveCheck) })),
  create: procedure
    .input(
      z.object({ kind: DocumentKind, workflowId: Id.nullable(), name: text('a name', 120), text: Wording }),
    )
    .output(Document),
  update: procedure
    .input(
      ById.extend({
        name: text('a name', 120),
        verifier: optionalText(200),
        intervalDays: z.number().int().min(7).max(730),
      }),
    )
    .output(Document),
  move: procedure.input(ById.extend({ by: z.union([z.literal(-1), z.literal(1)]) })).output(Nothing),
  /** Autosave. CONFLICT when another window saved first. */
  saveDraft: procedure
    .input(ById.extend({ rev: z.number().int().nullable(), text: Wording, sectionIds: z.array(Id) }))
    .output(Draft),
  discardDraft: procedure.input(ById).output(Nothing),
  /** What speaks for waiting, before publishing. */
  warnings: procedure.input(ById).output(z.array(Warning)),
  /** A day ahead plans it: the version is written once `changes.goLive` says that it is live (null until then). */
  publish: procedure
    .input(ById.extend(Publishing.shape))
    .output(z.object({ version: Version.nullable(), change: Change })),
  /** The next version in one step, with its own line for the log; a draft stays as it is. */
  write: procedure
    .input(ById.extend({ text: Wording, what: text('what changed', 300), ...Publishing.shape }))
    .output(z.object({ version: Version.nullable(), change: Change })),
  /** Writes the earlier wording as a new version with a linked change. */
  goBack: procedure
    .input(z.object({ versionId: Id, ...Publishing.shape }))
    .output(z.object({ version: Version, change: Change })),
  verify: procedure.input(ById.extend({ by: text('who checked it', 200) })).output(Document),
  /** Compares what is really in the tool with the approved wording, and records the outcome. */
  checkLive: procedure.input(ById.extend({ pasted: Wording })).output(LiveCheck),
  /** The prompt a workflow runs on today with its Foundation sections filled in; null where no prompt is in force. */
  assembled: procedure
    .input(z.object({ workflowId: Id }))
    .output(z.object({ text: z.string(), release: z.number().int(), liveOn: Day }).nullable()),
  /** The wordings that have every word, in any order, whatever the case, accents and quotation marks. */
  search: procedure.input(z.object({ search: text('what to look for', 200) })).output(
    z.array(
      z.object({
        documentId: Id,
        name: z.string(),
        kind: DocumentKind,
        /** Whose prompt or model it is; null for a section. */
        workflow: z.string().nullable(),
        version: z.number().int(),
        isCurrent: z.boolean(),
        excerpt: z.string(),
      }),
    ),
  ),
  /** The sections a file would make, split at all of its headings; level 1 is a chapter. */
  previewImport: procedure.input(z.object({ fileId: z.string() })).output(
    z.object({
      sections: z.array(z.object({ name: z.string(), text: z.string(), level: z.number().int() })),
      warnings: z.array(z.string()),
    }),
  ),
  /** Publishes them as version 1 of new sections, logged as one change; a heading without text is not in force yet. */
  importSections: procedure
    .input(
      z.object({
        sections: z.array(NamedWording).min(1).max(500),
        ...Publishing.shape,
      }),
    )
    .output(z.array(Document)),
  /**
   * The sections of a newer document beside those there are: `matches` gives for each the section it stands for,
   * by its name or its likeness, null where it is new.
   */
  compareSections: procedure.input(z.object({ sections: z.array(NamedWording).min(1).max(500) })).output(
    z.object({
      existing: z.array(
        z.object({
          id: Id,
          name: z.string(),
          /** As it is in force; empty where it is not. */
          text: z.string(),
          version: z.object({ number: z.number().int(), liveOn: Day }).nullable(),
        }),
      ),
      matches: z.array(Id.nullable()),
    }),
  ),
  /** Each becomes the next version of its section, or a new section; a change each, all of them or none. */
  takeSections: procedure
    .input(
      z.object({
        sections: z
          .array(NamedWording.extend({ documentId: Id.nullable() }))
          .min(1)
          .max(500),
        ...Publishing.shape,
      }),
    )
    .output(z.array(z.object({ documentId: Id, changeNumber: Id }))),
}

export const releases = {
  list: procedure.input(z.object({ workflowId: Id })).output(z.array(Release)),
  /** What everyone ran on a day (null before the first release in production), and pilots beside it. */
  at: procedure
    .input(z.object({ workflowId: Id, on: Day }))
    .output(z.object({ release: Release.nullable(), pilots: z.array(Release) })),
  /** Moves a release on: written down beside the earlier stages, never over them. */
  setStage: procedure
    .input(z.object({ workflowId: Id, number: z.number().int(), since: Day, ...RollOut.shape }))
    .output(Release),
}
