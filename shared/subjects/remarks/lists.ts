import { z } from "zod";
import type { City } from "../../domain/city.ts";
import { District } from "../../domain/district.ts";
import { MEASURE } from "../../domain/languages.ts";
import { wantedIn } from "../../domain/search/terms.ts";
import { isWithin } from "../../domain/search/within.ts";
import { line } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { view } from "../../platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../platform/lists.ts";
import type { Page } from "../../store/reads.ts";
import { ConsultationPath, publishedConsultation } from "../consultations/writing.ts";
import { listOf } from "../list-of.ts";
import { Face } from "../moderation/face-rules.ts";
import { publicText, said as saidOfModeration } from "../moderation/pages.ts";
import { districtOf, subjectOfRemark } from "./number-rules.ts";
import { remarksView, said } from "./pages.ts";
import { sayingRows as rows } from "./rows.ts";
import { Origin, Remark, remarkIdOf, Subject, Verdict } from "./rules.ts";
import { remarksOf, spotsOf, takesRemarks } from "./taking.ts";

const PublicRemark = Remark.omit({
  version: true,
  letter: true,
  shownName: true,
  decision: true,
  takenAt: true,
  face: true,
})
  .extend({
    /** Null while nobody sees it: `moderation` says why. */
    text: z.string().nullable(),
    moderation: Face.nullable(),
    name: z.string().nullable(),
    decision: z.object({ verdict: Verdict, reason: z.string(), at: Instant }).nullable(),
    /** In which the place of a remark lies, where the city's map has borders. */
    district: District.nullable(),
  })
  .meta({ id: "Remark" });
type PublicRemark = z.infer<typeof PublicRemark>;

const publicRemark = (
  { version: _v, letter: _l, takenAt: _t, shownName, decision, face, text, ...remark }: Remark,
  city: City,
): PublicRemark => ({
  ...remark,
  text: face === undefined || face.kind === "masked" ? text : null,
  moderation: face ?? null,
  district: districtOf(remark, city) ?? null,
  name: shownName ?? null,
  decision: decision ? { verdict: decision.verdict, reason: decision.reason, at: decision.at } : null,
});

/** By what a list is read: what was decided, how and about what it came, and words that it has. */
const FILTERS = {
  verdict: z.enum([...Verdict.options, "waiting"]).optional(),
  origin: Origin.optional(),
  about: Subject.optional(),
  district: District.optional(),
  q: line(100).optional(),
};
type Filters = z.infer<z.ZodObject<typeof FILTERS>>;

const passes = (
  one: Pick<PublicRemark, "decision" | "origin" | "about" | "district" | "text">,
  { verdict, origin, about, district, q }: Filters,
): boolean =>
  (verdict === undefined || (one.decision?.verdict ?? "waiting") === verdict) &&
  (origin === undefined || one.origin === origin) &&
  (about === undefined || subjectOfRemark(one) === about) &&
  (district === undefined || one.district === district) &&
  (q === undefined || isWithin(one.text ?? "", wantedIn(q, MEASURE)));

const list = listOf({
  id: "Remarks",
  item: PublicRemark,
  params: ConsultationPath,
  filters: FILTERS,
  passes,
  cache: "public, max-age=10, s-maxage=10, stale-if-error=600",
  read: async ({ params }, page, deps): Promise<Page<PublicRemark>> => {
    const { items, next } = await remarksOf(await publishedConsultation(params, deps), deps).page(page);
    return { items: items.map((one) => publicRemark(one, deps.site.city)), next };
  },
  columns: [
    { head: (words) => said({ words }).columns.number, cell: ({ number }) => number },
    { head: (words) => said({ words }).columns.on, cell: ({ on }) => on },
    { head: (words) => said({ words }).columns.origin, cell: ({ origin }) => origin },
    {
      head: (words) => said({ words }).columns.about,
      cell: ({ about }) =>
        about.kind === "paragraph"
          ? `${about.document}/${about.version}/${about.paragraph}`
          : about.kind === "place"
            ? `${about.place.lat}, ${about.place.lon}`
            : "",
    },
    { head: (words) => said({ words }).columns.district, cell: ({ district }) => district ?? "" },
    {
      head: (words) => said({ words }).columns.text,
      cell: ({ text, moderation }, words) =>
        publicText(saidOfModeration({ words }), { text: text ?? "", face: moderation ?? undefined }),
    },
    { head: (words) => said({ words }).columns.verdict, cell: ({ decision }) => decision?.verdict ?? "" },
    { head: (words) => said({ words }).columns.reason, cell: ({ decision }) => decision?.reason ?? "" },
  ],
});

export const getRemarks = list.json(
  rows.getRemarks,
  "What was said to a consultation, by number, each with its decision",
);
export const getRemarksFile = list.csv(
  rows.getRemarksFile,
  "The same as a table, without anybody's name",
  "uwagi.csv",
);

const REMARKS_A_PAGE = 50;

/** A page of those that pass, from the first that was asked for on. */
const pageOfRemarks = async (
  consultation: Parameters<typeof remarksOf>[0],
  { from, cursor, limit: most, ...filters }: PageQuery & Filters & { readonly from?: number | undefined },
  deps: Deps,
): Promise<Page<Remark>> => {
  const { limit, ...start } = pageOf({ cursor, limit: most }, REMARKS_A_PAGE);
  const items: Remark[] = [];
  const first = from === undefined || from <= 1 ? undefined : remarkIdOf(from - 1);
  for (let after = start.after ?? first; ; ) {
    const found = await remarksOf(consultation, deps).page({
      ...(after !== undefined && { after }),
      limit: limit - items.length,
    });
    items.push(...found.items.filter((one) => passes(publicRemark(one, deps.site.city), filters)));
    if (found.next === null || items.length >= limit) return { items, next: found.next };
    after = found.next;
  }
};

export const getRemarksPage = endpoint(rows.getRemarksPage, {
  summary: "What was said to a consultation, by number, each with its decision",
  params: ConsultationPath,
  query: PageQuery.extend({ ...FILTERS, from: z.coerce.number().int().min(1).max(999_999).optional() }),
  cache: "public, max-age=0, s-maxage=10, stale-if-error=600",
  handle: async (request, deps) => {
    const { cursor: _c, limit: _l, from: _f, ...filters } = request.query;
    const consultation = await publishedConsultation(request.params, deps);
    const [{ items, next }, counts, spots] = await Promise.all([
      pageOfRemarks(consultation, request.query, deps),
      remarksOf(consultation, deps).counts(),
      spotsOf(consultation, deps),
    ]);
    return view(
      remarksView(frameOf(request), consultation, {
        remarks: items,
        counts,
        filters,
        spots: spots.map(({ spot }) => spot),
        next: cursorOf(next),
        mayWrite: takesRemarks(consultation, request.receivedAt),
      }),
    );
  },
});
