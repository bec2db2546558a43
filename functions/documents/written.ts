import { sha256Hex } from "../../shared/domain/canonical.ts";
import type { Announced } from "../../shared/domain/document/announced.ts";
import type { ListFormat } from "../../shared/domain/document/lists.ts";
import { zlotyText } from "../../shared/domain/money.ts";
import { changesTable } from "../../shared/pages/documents/changes.ts";
import { printView } from "../../shared/pages/documents/print.ts";
import { csvText } from "../../shared/platform/csv.ts";
import { type Around, documentOf } from "./announced.ts";
import { registerOf } from "./register.ts";

/** A list that is to be written, and what stands around it. */
interface Writing extends Around {
  readonly list: Announced;
  /** Every list of its edition, for the versions before it. */
  readonly lists: readonly Announced[];
}

type Written = string | Uint8Array;

/** As `projects.csv` has them: names that programs know, amounts with a comma. */
const csvOf = ({ list: { list, pools } }: Writing): string =>
  csvText(
    ["pool", "number", "title", "cost_pln", "withdrawn_at", "reason", "result", "stage", "merged_at", "into"],
    pools.flatMap(({ id, projects }) =>
      projects.map(({ number, title, costGrosze, withdrawn, stage, result, reason, gone }) => [
        id,
        number,
        title,
        zlotyText(costGrosze).replace(".", ","),
        withdrawn?.at ?? (list === "withdrawn" ? gone?.at : undefined) ?? "",
        withdrawn?.reason ?? reason ?? "",
        result ?? "",
        stage ?? "",
        (list === "merged" ? gone?.at : undefined) ?? "",
        gone?.into ?? "",
      ]),
    ),
  );

const jsonOf = ({ list: { cycle, ...list } }: Writing): string =>
  JSON.stringify({ ...list, cycleId: cycle.id, edition: cycle.edition });

const documentIn = (writing: Writing) => documentOf(writing.list, writing);

const htmlOf = (writing: Writing): string => {
  const { list, lists, words } = writing;
  return printView(documentIn(writing), words, changesTable(words, registerOf(list, lists, words))).text;
};

const changesCsv = ({ list, lists, words }: Writing): string =>
  csvText(
    ["version", "at", "number", "title", "change", "before", "after"],
    registerOf(list, lists, words).map(({ version, at, number, title, change, before, after }) => [
      version,
      at,
      number,
      title,
      change,
      before,
      after,
    ]),
  );

/** Every face of a list in one file, with who made it, who published it and when, and the register of its changes. */
const packageOf = async (writing: Writing): Promise<Uint8Array> => {
  const { list, issuer, words } = writing;
  const { version, issuedAt, cycle } = list;
  const files = new Map<string, Written>();
  for (const format of FACES) files.set(fileName(list, format), await WRITERS[format].write(writing));
  files.set("register-of-changes.csv", changesCsv(writing));
  const { title, number, language } = documentIn(writing);
  const about = {
    list: list.list,
    title,
    number,
    version,
    edition: cycle.edition,
    language,
    issuer,
    madeAt: issuedAt,
    madeBy: list.madeBy ?? words.lists.byCalendar,
    act: list.published?.act ?? null,
    publishedOn: list.published?.on ?? null,
    publishedBy: list.published?.by ?? [],
    retracted: list.retracted ?? null,
    templateVersion: writing.template.version,
    files: [...files].map(([name, content]) => ({
      name,
      bytes: Buffer.byteLength(content),
      sha256: sha256Hex(content),
    })),
  };
  const { zipped } = await import("./zip.ts");
  return zipped(new Map([["about.json", JSON.stringify(about, null, 2)], ...files]));
};

/** What writes each kind of file; a library is read in when it is needed. */
export const WRITERS: Readonly<
  Record<ListFormat, { readonly type: string; readonly write: (writing: Writing) => Promise<Written> }>
> = {
  json: { type: "application/json", write: async (writing) => jsonOf(writing) },
  csv: { type: "text/csv; charset=utf-8", write: async (writing) => csvOf(writing) },
  ods: {
    type: "application/vnd.oasis.opendocument.spreadsheet",
    write: async (writing) => (await import("./ods.ts")).odsOf(documentIn(writing), writing.words),
  },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: async (writing) => (await import("./docx.ts")).docxOf(documentIn(writing), writing.words),
  },
  pdf: {
    type: "application/pdf",
    write: async (writing) => (await import("./pdf.ts")).pdfOf(documentIn(writing), writing.words),
  },
  html: { type: "text/html; charset=utf-8", write: async (writing) => htmlOf(writing) },
  zip: { type: "application/zip", write: packageOf },
};

const FACES = ["html", "csv", "ods", "docx", "pdf", "json"] as const satisfies readonly ListFormat[];

/** What a file of a list is called where it is kept. */
export const fileName = ({ list, version, cycle }: Announced, format: ListFormat): string =>
  `${list}-${cycle.edition}-${version}.${format}`;
