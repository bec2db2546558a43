/** What waits for a moderator, by whose it is; and how fast it goes, for whoever supervises them. */
import { z } from "zod";
import { pathTo } from "../../domain/addresses.ts";
import { ConsultationId } from "../../domain/ids.ts";
import { PersonId } from "../../domain/office/directory.ts";
import { type Owner, waitsForOf } from "../../domain/office/work.ts";
import { Instant } from "../../domain/time.ts";
import { link } from "../../pages/layout.ts";
import { csvText } from "../../platform/csv.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { file, json, view } from "../../platform/http.ts";
import { partsOf } from "../../store/keys.ts";
import type { PlacedWork } from "../../store/work.ts";
import { inLanguage } from "../../words/fallback.ts";
import type { Consultation } from "../consultations/rules.ts";
import { consultationsOf } from "../consultations/writing.ts";
import { APPEALS, QUEUE } from "./arriving.ts";
import { looksOf } from "./looking.ts";
import { type FiguresRow, figuresView, QUEUES, queueView, type Whose } from "./office-pages.ts";
import { said } from "./pages.ts";
import { queueRows as rows } from "./rows.ts";
import { figuresOf, type Look, LookFigures, monthOf } from "./rules.ts";
import { moderates, selvesOf } from "./who.ts";

const Query = z.object({ whose: z.enum(QUEUES).catch("mine") });

/** As many as a page shows; what is behind them comes up as these are done. */
const MOST = 50;

const ownersOf = async (whose: Whose, by: StaffRequest, deps: Deps): Promise<Owner[]> => {
  if (whose === "nobody") return [QUEUE, APPEALS];
  const selves = (await selvesOf(by, deps)).map((id): Owner => `person#${id}`);
  return whose === "taken" ? selves : [...selves, QUEUE, APPEALS];
};

const isLook = ({ key }: PlacedWork): boolean => key.pk.startsWith("LOOKS#");

/** What waits for whoever asks: of the consultations that they moderate, and nobody's appeal against their own act. */
const waiting = async (whose: Whose, by: StaffRequest, deps: Deps) => {
  const isTheirs = await moderates(by, deps);
  const all = new Map((await consultationsOf(deps).all()).map((one) => [one.id as string, one]));
  const found: PlacedWork[] = [];
  for await (const work of await deps.store.work.of(await ownersOf(whose, by, deps))) {
    const consultation = isLook(work) ? all.get(partsOf(work.key)[0] ?? "") : undefined;
    if (!consultation || !isTheirs(consultation) || waitsForOf(work, by.actor.id) === "second") continue;
    found.push(work);
    if (found.length > MOST) break;
  }
  const items = found
    .slice(0, MOST)
    .flatMap(({ dueAt, about }) =>
      "path" in about ? [{ dueAt, href: about.path, text: inLanguage(about.text, by.words.language) }] : [],
    );
  return { items, hasMore: found.length > MOST };
};

const Waits = z
  .object({
    items: z.array(z.object({ dueAt: Instant, href: z.string(), text: z.string() })),
    hasMore: z.boolean(),
  })
  .meta({ id: "ModerationQueue" });

export const getStaffModeration = endpoint(rows.getStaffModeration, {
  summary: "What waits for a moderator: theirs, what they took, or nobody's; the most urgent first",
  query: Query,
  replies: { 200: Waits },
  handle: async (by, deps) => json(await waiting(by.query.whose, by, deps)),
});

export const getOfficeModeration = endpoint(rows.getOfficeModeration, {
  summary: "What waits for a moderator",
  query: Query,
  handle: async (by, deps) => {
    const { whose } = by.query;
    const { items: waits, hasMore } = await waiting(whose, by, deps);
    const mayCount = by.actor.roles.includes("coordinator");
    const meetings = pathTo("meetings");
    const back = { href: link(by, pathTo("office")), text: by.words.office.home.title };
    return view(queueView(frameOf(by), { whose, waits, hasMore, meetings, mayCount }, back));
  },
});

type Looked = readonly (readonly [Consultation, readonly Look[]])[];

const allLooks = async (deps: Deps): Promise<Looked> => {
  const all = (await consultationsOf(deps).all()).filter(({ publishedAt }) => publishedAt !== undefined);
  return Promise.all(all.map(async (one) => [one, await looksOf(one, deps).all()] as const));
};

const Figures = z
  .object({
    byConsultation: z.array(
      LookFigures.extend({
        consultationId: ConsultationId,
        title: z.string(),
        moderators: z.array(PersonId),
      }),
    ),
    byMonth: z.array(LookFigures.extend({ month: z.string() })),
  })
  .meta({ id: "ModerationFigures" });

const figures = async (now: Instant, deps: Deps): Promise<z.infer<typeof Figures>> => {
  const { moderation } = deps.site.city;
  const looked = (await allLooks(deps)).filter(([, looks]) => looks.length > 0);
  const every = looked.flatMap(([, looks]) => looks);
  const months = [...new Set(every.map(monthOf))].toSorted().reverse();
  return {
    byConsultation: looked.map(([{ id, subject, moderators }, looks]) => ({
      consultationId: id,
      title: subject.title,
      moderators,
      ...figuresOf(looks, now, moderation),
    })),
    byMonth: months.map((month) => ({
      month,
      ...figuresOf(
        every.filter((one) => monthOf(one) === month),
        now,
        moderation,
      ),
    })),
  };
};

const rowsOf = ({ byConsultation, byMonth }: z.infer<typeof Figures>) => ({
  byConsultation: byConsultation.map((one): FiguresRow => ({ ...one, of: one.title })),
  byMonth: byMonth.map((one): FiguresRow => ({ ...one, of: one.month })),
});

export const getModerationFigures = endpoint(rows.getModerationFigures, {
  summary: "How fast moderators look, in working minutes, by consultation and by month",
  replies: { 200: Figures },
  handle: async ({ receivedAt }, deps) => json(await figures(receivedAt, deps)),
});

export const getModerationFiguresPage = endpoint(rows.getModerationFiguresPage, {
  summary: "How fast moderators look",
  handle: async (by, deps) => view(figuresView(frameOf(by), rowsOf(await figures(by.receivedAt, deps)))),
});

export const getModerationFiguresFile = endpoint(rows.getModerationFiguresFile, {
  summary: "The same as a table, by consultation and then by month",
  replies: { 200: "text/csv" },
  handle: async (by, deps) => {
    const { columns: c } = said(by).office.figures;
    const { byConsultation, byMonth } = rowsOf(await figures(by.receivedAt, deps));
    const lines = [...byConsultation, ...byMonth].map((one) => [
      one.of,
      ...[one.came, one.looked, one.late, one.taken],
      ...[one.medianMinutes ?? "", one.worstMinutes ?? ""],
    ]);
    const heads = [c.of, c.came, c.looked, c.late, c.taken, `${c.median} (min)`, `${c.worst} (min)`];
    return file(csvText(heads, lines), "text/csv; charset=utf-8", "moderacja-czas.csv");
  },
});
