/** Files that come in. */
import { SENDERS } from "../../shared/domain/upload/purposes.ts";
import { api, staff } from "../../shared/platform/row.ts";

export const uploadRows = {
  postUpload: api("POST /v1/uploads", "staff", staff(...SENDERS)),
  getUpload: api("GET /v1/uploads/{uploadId}", "staff", staff(...SENDERS)),
} as const;
