// What begins so already gets one apostrophe more, so that writing and reading come out even.
export const isFormula = /^'*[=+\-@\t\r]/;

/** Text for a cell of a CSV file: a spreadsheet that would run it as a formula reads an apostrophe first. */
export const safeCell = (text: string): string => (isFormula.test(text) ? `'${text}` : text);
