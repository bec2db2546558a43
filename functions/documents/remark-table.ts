import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { ConsultationPath } from "../../shared/subjects/consultations/writing.ts";
import { tableFileRows as rows } from "../../shared/subjects/remarks/rows.ts";
import { waitingTable } from "../../shared/subjects/remarks/sheet.ts";

const TYPE = "application/vnd.oasis.opendocument.spreadsheet";

const tableFile = async ({ params, words, receivedAt }: Request<ConsultationPath>, deps: Deps) => {
  const document = await waitingTable(params, { language: words.language, at: receivedAt }, deps);
  const { odsOf } = await import("./ods.ts");
  return file(odsOf(document, words), TYPE, "uwagi.ods");
};

const about = {
  summary:
    "Remarks that wait for a decision as a sheet (ODS) to fill in, each row with the digest of the remark",
  params: ConsultationPath,
};

export const getRemarkTableFile = endpoint(rows.getRemarkTableFile, {
  ...about,
  replies: { 200: TYPE },
  handle: tableFile,
});

export const getOfficeRemarkTableFile = endpoint(rows.getOfficeRemarkTableFile, {
  ...about,
  handle: tableFile,
});
