type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  n1pxSolid: (clear: Shown) => `1px solid ${clear}`,
  n1pxSolidVarLineStrong: '1px solid var(--line-strong)',
}
