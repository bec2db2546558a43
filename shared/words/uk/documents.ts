/** What stands in the margins of the office's documents. */
export const documents = {
  page: (page: number, of: number): string => `сторінка ${page} з ${of}`,
  version: (version: number): string => `версія ${version}`,
  /** Its number, and the day it was issued on. */
  issued: (number: string, day: string): string => `${number} від ${day}`,
  files: "Завантажити",
  formats: { pdf: "PDF (доступний)", docx: "DOCX", html: "Сторінка для друку" },
  /** The sheet that says what the document is. */
  sheet: "Документ",
  byPost: (address: string, phone: string): string =>
    `Лист надійшов поштою, бо в пропозиції немає електронної адреси. Щодо пропозиції звертайтеся до міста: ${address}, телефон ${phone}.`,
};
