/**
 * What a spreadsheet would take for a formula or a command when it opens a text file, also behind blanks, also in the
 * wide forms of East Asian keyboards.
 */
const ACTIVE = /^(?:[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u;

/** The text with an apostrophe before what a spreadsheet would run; any other text as it is. */
export const inert = (text: string): string => (ACTIVE.test(text) ? `'${text}` : text);
