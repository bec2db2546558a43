/** Files that come in. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { READERS, SENDERS } from "../../shared/domain/upload/purposes.ts";
import { act, api, office, page, staff } from "../../shared/platform/row.ts";

export const uploadRows = {
  postUpload: api("POST /v1/uploads", "staff", staff(...SENDERS)),
  getUpload: api("GET /v1/uploads/{uploadId}", "staff", staff(...SENDERS)),
  postUploadReading: act("POST /v1/uploads/{uploadId}/readings", "staff", staff(...READERS), {
    pl: "Otwarto plik z danymi osobowymi.",
    en: "Opened a file with personal data.",
  }),
  getOfficeUpload: page(`GET ${at.officeUpload}`, "staff", office(...new Set([...SENDERS, ...READERS]))),
  postOfficeUpload: page(`POST ${at.officeUpload}`, "staff", office(...READERS)),
} as const;
