import { z } from "zod";
import { refusedForm, wrongForm } from "../../acts/posted.ts";
import { Proposed, propose } from "../../acts/propose.ts";
import { glimpseOfTyped, SentTable, sentTable, TableFields, typedAgain } from "../../acts/sent-table.ts";
import { pathTo } from "../../domain/addresses.ts";
import { canonicalDigest } from "../../domain/canonical.ts";
import { Encoding } from "../../domain/import/encoding.ts";
import { MEASURE } from "../../domain/languages.ts";
import { OFFICE_JOURNAL } from "../../domain/office/directory.ts";
import type { PendingAct, Proposal } from "../../domain/office/pending.ts";
import { StaffChange } from "../../domain/office/staff-changes.ts";
import { type Refusal, refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import { formState } from "../../pages/components/form-state.ts";
import { link } from "../../pages/layout.ts";
import { LIMITS } from "../../platform/aws-limits.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { accepted, type Reply, seeOther, view } from "../../platform/http.ts";
import { inOffice } from "../told.ts";
import { withTwo } from "../two.ts";
import { changeText, countsText, said, staffSheetView } from "./pages.ts";
import { staffSheetRows as rows } from "./rows.ts";
import { check, postStaffSheet as second } from "./second.ts";
import { kindFor, readStaffSheet } from "./sheet.ts";
import { officeNow, standingSheet } from "./standing.ts";

type OfSheet = PendingAct<"of-subject">;

const proposalOf = async (
  changes: readonly StaffChange[],
  { city }: Pick<StaffRequest, "city">,
): Promise<Proposal<"of-subject">> => ({
  act: rows.postStaffSheet.name,
  params: {},
  // The office's accounts are one thing: one sheet of them stands.
  version: 0,
  asked: { changes },
  in: "queue#admin",
  isFinal: false,
  journal: OFFICE_JOURNAL,
  path: pathTo("people"),
  title: await inOffice(city, (words) => said({ words }).title),
  thing: await inOffice(city, (words) => said({ words }).thing),
  told: await Promise.all([
    {
      term: await inOffice(city, (words) => said({ words }).counts),
      value: await inOffice(city, (words) => countsText(words, changes)),
    },
    ...changes.map(async (one) => ({
      term: { [MEASURE]: `${one.name}, ${one.mail}` },
      value: await inOffice(city, (words) => changeText(words, one)),
    })),
  ]),
});

/** A proposal holds all of its changes, and beside them what keeps it. A longer sheet is brought in turns: those who are there cost nothing. */
const MOST_BYTES = LIMITS.item.most - 8192;

const checkSize = (proposal: Proposal<"of-subject">, { length: rows }: readonly StaffChange[]): void => {
  const bytes = Buffer.byteLength(JSON.stringify(proposal));
  const most = Math.floor((rows * MOST_BYTES) / bytes);
  if (bytes > MOST_BYTES) throw new Refused(refusal("table/too-long", { rows, most }));
};

const kept = ({ state, byName: name, until }: OfSheet): Refusal =>
  state === "accepted" ? refusal("staff/changing", {}) : refusal("pending/waits", { name, until });

interface Sent extends Pick<ReturnType<typeof sentTable>, "bytes" | "said"> {
  readonly by: StaffRequest;
}

/** What a sheet changes, as the office is now. */
const readNow = async ({ by, bytes, said: how }: Sent, deps: Deps) => {
  const office = await officeNow(deps);
  const read = await readStaffSheet(bytes, how, office);
  check(read.changes, { staff: office.staff, me: by.actor.id });
  return read;
};

const proposed = async (
  by: StaffRequest,
  changes: readonly StaffChange[],
  deps: Deps,
): Promise<PendingAct<"of-subject">> => {
  const proposal = await proposalOf(changes, by);
  checkSize(proposal, changes);
  return await propose(
    await second.two({ proposal }, deps),
    { kind: "of-subject", proposal, by, kept },
    deps,
  );
};

export const postStaffSheet = withTwo(
  second,
  endpoint(rows.postStaffSheet, {
    summary: "Propose the accounts of staff out of a table; another person has to accept them",
    description:
      "As CSV, in whatever encoding and with whatever delimiter: e-mail, name, roles, unit. All who are to have an account: whoever is not on it loses theirs. 409 `table/unchanged` where all is so already; 422 `table/rows` names faults by row and column. 403 `staff/own-role` to whom it would give a role, and 409 `staff/too-few-admins` where fewer than two would keep accounts. The accounts are changed within minutes of its acceptance (`POST /v1/staff/pending/{pendingId}/acceptance`), each with a line in the journal.",
    takes: "text/csv",
    body: SentTable,
    replies: {
      202: Proposed.extend({ changes: z.array(StaffChange), repaired: z.int() }).meta({
        id: "StaffSheetProposed",
      }),
    },
    handle: async (request, deps) => {
      const { bytes, charset } = request.body;
      const how = { encoding: Encoding.safeParse(charset).data };
      const { changes, repaired } = await readNow({ by: request, bytes, said: how }, deps);
      const { id: pendingId, until } = await proposed(request, changes, deps);
      return accepted({ pendingId, until, changes, repaired });
    },
  }),
);

const Typed = TableFields.extend({
  act: z.enum(["look", "propose"]),
  /** What was shown: nobody proposes what they have not seen. */
  seen: z.string().optional(),
});
const FIELDS = ["table"];

const page = async (
  by: StaffRequest,
  posted: Parameters<typeof formState>[1] & { readonly status?: number },
  deps: Deps,
  more: Partial<Pick<Parameters<typeof staffSheetView>[2], "found" | "faulty">> = {},
): Promise<Reply> => {
  const state = formState(by.words, posted);
  const model = {
    key: by.key ?? formKey(deps),
    standing: await standingSheet(deps),
    glimpse: await glimpseOfTyped(state.typed, await kindFor(await officeNow(deps))),
    found: more.found,
    faulty: more.faulty,
  };
  return view(staffSheetView(frameOf(by), state, model), posted.status);
};

export const getOfficeStaffSheet = endpoint(rows.getOfficeStaffSheet, {
  summary: "A sheet of the office's staff, to change their accounts by",
  handle: async (request, deps) => page(request, {}, deps),
});

export const postOfficeStaffSheet = endpoint(rows.postOfficeStaffSheet, {
  summary: "Look at what a sheet of staff changes, or propose it as it was shown",
  body: Typed,
  takes: "form with a table",
  hasSteps: true,
  invalid: (issues, typed, request, deps) =>
    page(request, wrongForm(issues, typedAgain(typed), FIELDS), deps),
  handle: async (request, deps) => {
    const { act, seen } = request.body;
    const { typed, encoding, ...sent } = sentTable(request.body);
    try {
      const { changes } = await readNow({ ...sent, by: request }, deps);
      const shown = canonicalDigest(changes);
      if (act !== "propose" || seen !== shown)
        return await page(request, { typed }, deps, { found: { changes, seen: shown, encoding } });
      const { id: pendingId } = await proposed(request, changes, deps);
      return seeOther(link(frameOf(request), pathTo("pendingAct", { pendingId })));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const form = { names: FIELDS, typed: () => typed };
      const { refusal: refused } = error;
      return page(request, refusedForm(refused, form, request), deps, {
        faulty: refused.code === "table/rows" ? refused.facts : undefined,
      });
    }
  },
});
