import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { refusedForm, wrongForm } from "../../acts/posted.ts";
import { glimpseOfTyped, SentTable, sentTable, TableFields, typedAgain } from "../../acts/sent-table.ts";
import { canonicalDigest } from "../../domain/canonical.ts";
import type { Encoding } from "../../domain/import/encoding.ts";
import { takesSupport } from "../../domain/project/support.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import { line } from "../../domain/text.ts";
import type { SaidOfFile } from "../../domain/voting/roll-preview.ts";
import { formState } from "../../pages/components/form-state.ts";
import { link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { json, type Reply, seeOther, view } from "../../platform/http.ts";
import { ListPath, listAt, Supporter, shown, supportersOf } from "./acts.ts";
import { pathOfList } from "./pages.ts";
import { sheetRows as rows } from "./rows.ts";
import { lineStateOf } from "./rules.ts";
import { checkSheet, readSheet, SHEET_KIND } from "./sheet.ts";
import { sheetView } from "./sheet-pages.ts";
import { repairsOf, type Sheet } from "./sheet-rules.ts";

const SheetNumber = line(20);

type OfList<B = unknown> = StaffRequest<z.infer<typeof ListPath>, unknown, B>;

interface Asked {
  readonly by: OfList;
  readonly sheet: string;
  readonly table: Uint8Array;
  readonly said?: SaidOfFile;
}

/** The sheet as it would be entered now, while the proposal takes support. */
const sheetOf = async (asked: Asked, deps: Deps) => {
  const { project } = await listAt(asked.by.params, deps);
  if (!takesSupport(project)) throw new Refused(refusal("project/state", { status: project.status }));
  return { project, read: await readSheet({ ...asked, project }, deps) };
};

/** How often somebody who comes between the reading and the writing is looked at anew. */
const TRIES = 5;

/** Enters a sheet, all its lines or none. What is there already stays as it is. */
const enter = async (asked: Asked, takesRepairs: boolean, deps: Deps): Promise<Sheet> => {
  for (let tries = 1; ; tries++) {
    const { project, read } = await sheetOf(asked, deps);
    checkSheet(read, takesRepairs);
    const fresh = read.lines.filter(({ id }) => !read.kept.has(id));
    if (fresh.length === 0) return read;
    const counting = fresh.filter((one) => lineStateOf(one) === "valid").length;
    const facts = {
      sheet: asked.sheet,
      entered: fresh.length,
      struck: fresh.length - counting,
      repaired: repairsOf(read).length,
    };
    const record = audited({ ...asked.by, route: rows.postSupporterSheet }, project.id, { facts });
    const of = { cycleId: project.cycleId, projectId: project.id };
    const entered = await supportersOf(deps).enterSheet(of, fresh, [record]);
    if (entered.ok) return read;
    if (entered.refusal.code !== "project/already-supported" || tries === TRIES) accept(entered);
  }
};

const SheetEntered = z
  .object({
    encoding: z.string(),
    /** Of each column, the one of the table by its place from 1. */
    columns: z.record(z.string(), z.int()),
    entered: z.int(),
    kept: z.int(),
    struck: z.int(),
    repaired: z.array(z.object({ line: z.int(), column: z.string().nullable(), says: z.string() })),
    items: z.array(Supporter),
  })
  .meta({ id: "SupporterSheet" });

const told = (sheet: Sheet): z.input<typeof SheetEntered> => {
  const { encoding, layout, lines, kept } = sheet;
  return {
    encoding,
    columns: Object.fromEntries(Object.entries(layout.places).map(([name, place]) => [name, place + 1])),
    entered: lines.length - kept.size,
    kept: kept.size,
    struck: lines.filter((one) => lineStateOf(one) === "struck").length,
    repaired: repairsOf(sheet),
    items: lines.map(shown),
  };
};

export const postSupporterSheet = endpoint(rows.postSupporterSheet, {
  summary: "Enter a sheet of a paper list out of a table, all its lines or none",
  description:
    "At most 45 rows, as CSV in whatever encoding and with whatever delimiter: a name and an address, whole or in parts, and if they are there the number of the line and why it is struck. 422 `table/rows` names faults by row and column, `table/repaired` what was mended: with `repairs=taken` that is entered. `preview=yes` enters nothing and says what would be. Who counts already is entered as a line that is struck, `duplicate`. A line that stands on the list already, by sheet and number, stays as it is.",
  params: ListPath,
  query: z.strictObject({
    sheet: SheetNumber,
    repairs: z.literal("taken").optional(),
    preview: z.literal("yes").optional(),
  }),
  takes: "text/csv",
  body: SentTable,
  replies: { 200: SheetEntered },
  handle: async (request, deps) => {
    const { sheet, repairs, preview } = request.query;
    const asked = { by: request, sheet, table: request.body.bytes };
    const takesRepairs = repairs === "taken";
    if (preview === undefined) return json(told(await enter(asked, takesRepairs, deps)));
    const { read } = await sheetOf(asked, deps);
    checkSheet(read, true);
    return json(told(read));
  },
});

const Typed = TableFields.extend({
  sheet: SheetNumber,
  act: z.enum(["look", "enter"]),
  /** What was shown: nobody enters what they have not seen. */
  seen: z.string().optional(),
});
const FIELDS = ["sheet", "table"];

/** What is shown of a sheet, as one text: whoever changes how it is read sees it again. */
const digestOf = (sheet: string, { lines }: Sheet): string =>
  canonicalDigest([sheet, ...lines.map(({ row, name, address, struck }) => [row, name, address, struck])]);

const page = async (
  by: OfList,
  posted: Parameters<typeof formState>[1] & { readonly status?: number },
  deps: Deps,
  found?: { readonly read: Sheet; readonly seen: string; readonly encoding: Encoding | undefined },
): Promise<Reply> => {
  const { project } = await listAt(by.params, deps);
  const state = formState(by.words, posted);
  const glimpse = await glimpseOfTyped(state.typed, SHEET_KIND);
  const key = by.key ?? formKey(deps);
  return view(sheetView(frameOf(by), state, { project, key, glimpse, found }), posted.status);
};

export const getOfficeSupporterSheet = endpoint(rows.getOfficeSupporterSheet, {
  summary: "A whole sheet of a paper list, out of a table",
  params: ListPath,
  handle: async (request, deps) => page(request, {}, deps),
});

export const postOfficeSupporterSheet = endpoint(rows.postOfficeSupporterSheet, {
  summary: "Look at a sheet as it was read, or enter it as it was shown",
  params: ListPath,
  body: Typed,
  takes: "form with a table",
  hasSteps: true,
  invalid: (issues, typed, request, deps) =>
    page(request, wrongForm(issues, typedAgain(typed), FIELDS), deps),
  handle: async (request, deps) => {
    const { body } = request;
    const { sheet, act, seen } = body;
    const { typed, bytes: table, said, encoding } = sentTable(body);
    const asked = { by: request, sheet, table, said };
    try {
      const { read } = await sheetOf(asked, deps);
      const shown = digestOf(sheet, read);
      if (act !== "enter" || seen !== shown)
        return await page(request, { typed }, deps, { read, seen: shown, encoding });
      await enter(asked, true, deps);
      return seeOther(
        link(frameOf(request), pathOfList({ ...request.params, id: request.params.projectId })),
      );
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      const form = { names: FIELDS, typed: () => typed };
      return page(request, refusedForm(error.refusal, form, request), deps);
    }
  },
});
