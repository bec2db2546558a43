import { z } from "zod";
import { audited } from "../../acts/audited.ts";
import { cycleOf } from "../../acts/cycle-of.ts";
import { openTicket } from "../../acts/upload-of.ts";
import { pathTo } from "../../domain/addresses.ts";
import { newestFirst } from "../../domain/cycle/newest-first.ts";
import { folded } from "../../domain/folded.ts";
import { CycleId } from "../../domain/ids.ts";
import { RegisterEntry } from "../../domain/intake/register.ts";
import { accept, existing } from "../../domain/result.ts";
import { ANY_TYPE } from "../../domain/upload/formats.ts";
import { link } from "../../pages/layout.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { json, seeOther, view } from "../../platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../platform/lists.ts";
import { keyedAnswer } from "../checks/keyed-answer.ts";
import { listOf } from "../list-of.ts";
import { pathOfWishes, said as saidOfWishes } from "../wishes/pages.ts";
import { wishClerks } from "../wishes/rows.ts";
import { enterPaper } from "./enter.ts";
import { entryView, noEditionView, registerView } from "./pages.ts";
import { keepers, intakeRows as rows } from "./rows.ts";
import { Entered, PaperProposal } from "./rules.ts";
import { openLate } from "./store.ts";

const InCycle = z.object({ cycleId: CycleId });

export const postPaperProposal = endpoint(rows.postPaperProposal, {
  summary: "Enter a proposal that came on paper, by e-mail or by ePUAP",
  description:
    "By the clerk's desk. `arrivedAt` is when the office had it; where the edition counts the post mark, `postedOn` is what counts of post. What came in time has the life of a proposal that was filed on line, also when it is keyed after the call. What came too late is `late`: it has its case in the register and its letter, and no number. `similar` names what may be the same paper, keyed before. An author without a mailbox has a postal address, and letters to them are printed.",
  params: InCycle,
  body: PaperProposal,
  replies: { 201: Entered },
  handle: async (request, deps) => {
    const { params, body } = request;
    return { ...json(await enterPaper(params.cycleId, body, request, deps)), status: 201 };
  },
});

const Asked = z.string().max(140);

/** A case by its mark or number, or by words of its title. */
const matches =
  (q: string | undefined) =>
  ({ number, mark, title }: RegisterEntry): boolean => {
    const words = folded(q ?? "")
      .split(" ")
      .filter(Boolean);
    const text = folded(`${mark} ${title}`);
    return words.every((word) => word === String(number) || text.includes(word));
  };

const register = listOf({
  id: "Register",
  item: RegisterEntry.meta({ id: "RegisterEntry" }),
  params: InCycle,
  filters: { q: Asked.optional() },
  passes: (entry, { q }) => matches(q)(entry),
  read: ({ params }, page, { store }) => store.register.page(params.cycleId, page),
});
export const getRegister = register.json(
  rows.getRegister,
  "What came in in an edition, by the numbers of its register",
  "`q` is a case mark, a number of the register, or words of a title.",
);

const ON_A_PAGE = 50;

export const getOfficeRegister = endpoint(rows.getOfficeRegister, {
  summary: "What came in in an edition, the newest first",
  query: z.object({
    cycle: z.string().max(40).optional().catch(undefined),
    q: Asked.optional().catch(undefined),
    cursor: PageQuery.shape.cursor.catch(undefined),
  }),
  handle: async (request, deps) => {
    const { query, actor, words } = request;
    const { items: all } = await deps.store.cycles.list();
    const cycles = newestFirst(all.filter(({ phase }) => phase !== "cancelled"));
    const cycle =
      cycles.find(({ id }) => id === query.cycle) ??
      cycles.find(({ phase }) => phase === "submission") ??
      cycles[0];
    if (!cycle) return view(noEditionView(frameOf(request)));
    const { q = "", cursor } = query;
    const { after } = pageOf({ cursor });
    const byNumber = q === "" ? undefined : await deps.store.projects.byNumber(cycle.id, q.trim());
    const { items: entries } = await deps.store.register.page(cycle.id);
    const found = entries
      .filter((one) => (byNumber ? one.projectId === byNumber : matches(q)(one)))
      .toReversed();
    const start = after === undefined ? 0 : found.findIndex(({ number }) => String(number) === after) + 1;
    const items = found.slice(start, start + ON_A_PAGE);
    const last = items.at(-1);
    const isMore = last !== undefined && start + ON_A_PAGE < found.length;
    const next = { cycle: cycle.id, q, cursor: cursorOf(String(last?.number ?? "")) ?? "" };
    return view(
      registerView(frameOf(request), {
        cycleId: cycle.id,
        cycles: cycles.map(({ id, name, edition }) => [id, words.edition(name, edition)]),
        q,
        items,
        next: isMore ? String(new URLSearchParams(next)) : null,
        key: keepers.some((role) => actor.roles.includes(role)) ? formKey(deps) : null,
      }),
    );
  },
});

export const postOfficeScan = endpoint(rows.postOfficeScan, {
  summary: "Begin to send the scan of a proposal",
  params: InCycle,
  body: z.object({}),
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    await cycleOf(cycleId, deps);
    const uploadId = request.newId("upl");
    const from = `${pathTo("officeIntake", { cycleId })}?scan=${uploadId}`;
    const asked = { purpose: "paper-scan", name: "wniosek", type: ANY_TYPE, from } as const;
    await openTicket(asked, { ...request, newId: () => uploadId as never }, deps);
    return seeOther(link(frameOf(request), pathTo("officeUpload", { uploadId })));
  },
});

export const getOfficeEntry = endpoint(rows.getOfficeEntry, {
  summary: "A case of the register",
  params: InCycle.extend({ number: z.coerce.number().int().min(1).max(999_999) }),
  handle: async (request, deps) => {
    const { params, actor } = request;
    const entry = existing(await deps.store.register.get(params.cycleId, params.number));
    const { cycleId, projectId, isLate } = entry;
    const [project, late] = await Promise.all([
      isLate ? undefined : deps.store.projects.get(cycleId, projectId),
      isLate ? openLate(deps.store.table).get(cycleId, projectId) : undefined,
    ]);
    // Who filed a late one stands here alone, so that reading it leaves a record.
    if (late)
      accept(await deps.store.table.write([audited({ ...request, route: rows.getOfficeEntry }, cycleId)]));
    return view(
      entryView(frameOf(request), {
        entry,
        number: project?.number ?? null,
        late,
        maySeeCase:
          !isLate && ["coordinator", "verifier"].some((role) => actor.roles.includes(role as never)),
        correction: project ? await keyedAnswer(request, project, deps) : null,
        wishes:
          project && wishClerks.some((role) => actor.roles.includes(role))
            ? { path: pathOfWishes(project), title: saidOfWishes(request).way }
            : null,
        mayEnter: keepers.some((role) => actor.roles.includes(role)),
      }),
    );
  },
});

export { getOfficeIntake, postOfficeIntake } from "./desk.ts";
