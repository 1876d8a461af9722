import { z } from 'zod'
import { procedure } from '../base.ts'
import { compare } from './compare.ts'
import { outputs } from './outputs.ts'
import { result } from './result.ts'
import { runway } from './runway.ts'
import { setUp } from './set-up.ts'
import { ById, ModelTest } from './test.ts'

/** The model test (R11), step by step. */
export const modelTests = {
  list: procedure.output(z.array(ModelTest)),
  get: procedure.input(ById).output(ModelTest),
  ...setUp,
  ...outputs,
  ...compare,
  ...result,
  ...runway,
}
