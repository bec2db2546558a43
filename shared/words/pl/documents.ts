/** What stands in the margins of the office's documents. */
export const documents = {
  page: (page: number, of: number): string => `strona ${page} z ${of}`,
  version: (version: number): string => `wersja ${version}`,
  /** Its number, and the day it was issued on. */
  issued: (number: string, day: string): string => `${number} z dnia ${day}`,
  files: "Pobierz",
  formats: { pdf: "PDF (dostępny cyfrowo)", docx: "DOCX", html: "Strona do druku" },
  /** The sheet that says what the document is. */
  sheet: "Dokument",
  /** What a letter on paper says in the place of a link. */
  byPost: (address: string, phone: string): string =>
    `List przyszedł pocztą, bo we wniosku nie ma adresu e-mail. W sprawie wniosku jest punkt w urzędzie: ${address}, telefon ${phone}.`,
};
