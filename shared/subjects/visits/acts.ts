import { audited } from "../../acts/audited.ts";
import { pathTo } from "../../domain/addresses.ts";
import { MEASURE } from "../../domain/languages.ts";
import { OFFICE_JOURNAL } from "../../domain/office/directory.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, refused } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { listOf } from "../../platform/lists.ts";
import { made } from "../act.ts";
import { formOf } from "../form-of.ts";
import { listSubject } from "../list-subject.ts";
import { meetingModel } from "../meetings/models.ts";
import { meetingRows } from "../meetings/rows.ts";
import { PublicMeeting } from "../meetings/view-rules.ts";
import { meetingView } from "../meetings/views.ts";
import { createMeeting } from "../meetings/writing.ts";
import { said, visitList, visitsView, wordsIn } from "./pages.ts";
import { visitRows as rows } from "./rows.ts";
import { NewVisits, slotsOf } from "./rules.ts";

/** As many as a month has. */
const MOST_SHOWN = 300;
const CACHE = "public, max-age=5, s-maxage=5, stale-if-error=600";

/** Appointments that are to come and not called off, the first one first. */
const comingVisits = async (now: Instant, deps: Deps) => {
  const { meetings } = deps.store;
  const { items } = await meetings.agenda("visits", { after: now, limit: MOST_SHOWN });
  const found = await Promise.all(items.map(({ id }) => meetings.listed(id)));
  return found.flatMap((one) => (one && one.state === "planned" ? [one] : []));
};

const modelsOf = async (now: Instant, deps: Deps) =>
  Promise.all((await comingVisits(now, deps)).map((one) => meetingModel(one, now, deps)));

export const getVisits = endpoint(rows.getVisits, {
  summary: "Appointments at the consultation point, to be signed up for as for a meeting",
  replies: { 200: listOf(PublicMeeting, "Visits") },
  cache: CACHE,
  handle: async ({ receivedAt }, deps) => {
    const visits = await comingVisits(receivedAt, deps);
    return json({ items: await Promise.all(visits.map((one) => meetingView(one, deps))), next: null });
  },
});

export const getVisitsPage = endpoint(rows.getVisitsPage, {
  summary: "Free appointments at the consultation point",
  cache: CACHE,
  handle: async (request, deps) => {
    const { city, contactAddress } = deps.site;
    const models = await modelsOf(request.receivedAt, deps);
    const free = models.filter(({ now, seatsLeft }) => now === "open" && seatsLeft > 0);
    return view(visitsView(frameOf(request), free, { city, contactAddress }));
  },
});

const all = listSubject({
  words: said,
  journal: OFFICE_JOURNAL,
  title: (frame) => said(frame).title,
  address: pathTo("officeVisits"),
  back: { address: pathTo("office"), title: ({ words }) => words.office.home.title },
  about: async (frame, { by, deps }) =>
    visitList(frame, await modelsOf(by.receivedAt, deps), (meetingId) =>
      pathTo("officeMeeting", { meetingId }),
    ),
  reply: PublicMeeting,
});

/** The request as each appointment of a day is made by it: a name for each, the same when it is sent again. */
const asNth = (by: StaffRequest, n: number): StaffRequest => ({
  ...by,
  newId: (prefix) => {
    const id = by.newId(prefix);
    return `${id.slice(0, -2)}${String(n).padStart(2, "0")}` as typeof id;
  },
});

const addition = all.act({
  name: "add",
  summary: "Cut a day at the consultation point into appointments",
  json: rows.postVisits,
  form: rows.postOfficeVisits,
  from: ["kept"],
  asks: {
    form: formOf(NewVisits),
    words: (frame) => {
      const { startsAt, endsAt, minutes, seats, place } = said(frame).fields;
      return {
        startsAt: { label: startsAt },
        endsAt: { label: endsAt },
        minutes: { label: minutes },
        seats: { label: seats },
        place: { label: place },
      };
    },
  },
  replies: { 201: listOf(PublicMeeting, "VisitsMade") },
  does: async (asked, { by, record, deps }) => {
    const slots = slotsOf(asked);
    if (slots.length === 0) return refused(refusal("act/blocked", { reason: said(by).wrong }, "/endsAt"));
    const { city } = deps.site;
    const items = [];
    for (const [n, slot] of slots.entries()) {
      const draft = {
        ...slot,
        title: wordsIn(MEASURE).meeting,
        place: { name: asked.place, address: city.address },
        capacity: asked.seats,
        kind: "consultation" as const,
        audience: "visit" as const,
      };
      // The whole day is noted with its last appointment: a request that is repeated makes neither anew.
      const isLast = n === slots.length - 1;
      const also = isLast ? [record({ count: slots.length, startsAt: asked.startsAt })] : [];
      const created = await createMeeting(asNth(by, n), draft, deps, (id) => ({
        ...audited({ ...asNth(by, n), route: meetingRows.postMeeting }, id),
        and: also,
      }));
      if (!created.ok) return created;
      items.push(await meetingView(created.value, deps));
    }
    return ok(made({ status: 201, body: { items, next: null } }, pathTo("officeVisits")));
  },
});

export const getOfficeVisits = all.page(rows.getOfficeVisits, "Appointments at the consultation point");
export const postVisits = addition.json;
export const postOfficeVisits = addition.form;
