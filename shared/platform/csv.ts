/**
 * A cell of a spreadsheet that never starts a formula: Excel and LibreOffice run what begins with these, full-width forms and control
 * characters included.
 */
const STARTS_FORMULA = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/;

const cell = (value: string | number): string => {
  if (typeof value === "number") return String(value);
  const safe = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A table as the Polish Excel opens it by a double click: UTF-8 with BOM, `;`, CRLF. */
export const csvText = (header: readonly string[], rows: Iterable<readonly (string | number)[]>): string => {
  let text = `\ufeff${header.map(cell).join(";")}\r\n`;
  for (const row of rows) text += `${row.map(cell).join(";")}\r\n`;
  return text;
};
