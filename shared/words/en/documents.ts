/** What stands in the margins of the office's documents. */
export const documents = {
  page: (page: number, of: number): string => `page ${page} of ${of}`,
  version: (version: number): string => `version ${version}`,
  /** Its number, and the day it was issued on. */
  issued: (number: string, day: string): string => `${number} of ${day}`,
  files: "Download",
  formats: { pdf: "PDF (accessible)", docx: "DOCX", html: "Page to print" },
  /** The sheet that says what the document is. */
  sheet: "Document",
  byPost: (address: string, phone: string): string =>
    `This letter came by post because the proposal names no e-mail. About the proposal ask at the city office: ${address}, phone ${phone}.`,
};
