declare const __APP_VERSION__: string

/** The version of package.json, written in by the build; `development` when run from source. */
export const appVersion: string = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : 'development'
