import { z } from "zod";
import { audited } from "../../shared/acts/audited.ts";
import { CycleId, LetterId } from "../../shared/domain/ids.ts";
import { accept, existing } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { printedFileRows as rows } from "../../shared/subjects/printed/rows.ts";
import { MOST_AT_ONCE } from "../../shared/subjects/printed/rules.ts";
import { letterDocument } from "./letter-document.ts";

const InCycle = z.object({ cycleId: CycleId });

const Asked = z.object({
  letters: z
    .string()
    .max(1000)
    .transform((text) => [...new Set(text.split(","))])
    .pipe(z.array(LetterId).min(1).max(MOST_AT_ONCE))
    .meta({ description: "Ids of letters, with commas between them" }),
});

type Of = StaffRequest<z.infer<typeof InCycle>, z.infer<typeof Asked>>;

/** Letters as one file, each on pages of its own. Names and addresses are in it, so that opening it leaves a record. */
const printedFile = async (request: Of, deps: Deps) => {
  const { cycleId } = request.params;
  const ids = request.query.letters;
  const letters = await Promise.all(ids.map((id) => deps.store.printedLetters.get(cycleId, id)));
  const documents = await Promise.all(letters.map((one) => letterDocument(existing(one), deps.site)));
  const facts = { letters: ids.length };
  accept(
    await deps.store.table.write([audited({ ...request, route: rows.getPrintedFile }, cycleId, { facts })]),
  );
  const { pdfOfAll } = await import("./pdf.ts");
  return file(await pdfOfAll(documents), "application/pdf", "listy.pdf");
};

const about = {
  summary: "Letters to print as one PDF, with the address where an envelope's window is",
  params: InCycle,
  query: Asked,
};

export const getPrintedFile = endpoint(rows.getPrintedFile, {
  ...about,
  replies: { 200: "application/pdf" },
  handle: printedFile,
});

export const getOfficePrintedFile = endpoint(rows.getOfficePrintedFile, { ...about, handle: printedFile });
