import { globalConfig } from 'zod/v4/core'

// Compiled validators would need eval, which the page's security policy forbids and reports.
globalConfig.jitless = true
