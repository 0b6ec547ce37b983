const LONGEST_CODE = 255
export const TAKEN = { code: 'TAKEN', message: 'Code must be unique. Please try a different code.' }

/** Why no discount could have this code by itself, whatever else there is. */
export function faultOfCode(code: string | undefined): { code: string; message: string } | null {
  if (!code) return { code: 'BLANK', message: "Code can't be blank" }
  return code.length > LONGEST_CODE ? { code: 'TOO_LONG', message: `Code is too long (maximum is ${LONGEST_CODE} characters)` } : null
}
