import { z } from "zod";
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
import { remarksView, said } from "./pages.ts";
import { sayingRows as rows } from "./rows.ts";
import { Remark, Verdict } from "./rules.ts";
import { remarksOf, takesRemarks } from "./taking.ts";

const PublicRemark = Remark.omit({
  version: true,
  letter: true,
  shownName: true,
  decision: true,
  face: true,
})
  .extend({
    /** Null while nobody sees it: `moderation` says why. */
    text: z.string().nullable(),
    moderation: Face.nullable(),
    name: z.string().nullable(),
    decision: z.object({ verdict: Verdict, reason: z.string(), at: Instant }).nullable(),
  })
  .meta({ id: "Remark" });
type PublicRemark = z.infer<typeof PublicRemark>;

const publicRemark = ({
  version: _v,
  letter: _l,
  shownName,
  decision,
  face,
  text,
  ...remark
}: Remark): PublicRemark => ({
  ...remark,
  text: face === undefined || face.kind === "masked" ? text : null,
  moderation: face ?? null,
  name: shownName ?? null,
  decision: decision ? { verdict: decision.verdict, reason: decision.reason, at: decision.at } : null,
});

const Which = z.enum([...Verdict.options, "waiting"]);
const passes = (
  { decision }: Pick<PublicRemark, "decision">,
  verdict: z.infer<typeof Which> | undefined,
): boolean => verdict === undefined || (decision?.verdict ?? "waiting") === verdict;

const list = listOf({
  id: "Remarks",
  item: PublicRemark,
  params: ConsultationPath,
  filters: { verdict: Which.optional() },
  passes: (one, { verdict }) => passes(one, verdict),
  cache: "public, max-age=10, s-maxage=10, stale-if-error=600",
  read: async ({ params }, page, deps): Promise<Page<PublicRemark>> => {
    const { items, next } = await remarksOf(await publishedConsultation(params, deps), deps).page(page);
    return { items: items.map(publicRemark), next };
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

const pageOfRemarks = async (
  consultation: Parameters<typeof remarksOf>[0],
  verdict: z.infer<typeof Which> | undefined,
  query: PageQuery,
  deps: Deps,
): Promise<Page<Remark>> => {
  const { limit, ...start } = pageOf(query, REMARKS_A_PAGE);
  const items: Remark[] = [];
  for (let after = start.after; ; ) {
    const found = await remarksOf(consultation, deps).page({
      ...(after !== undefined && { after }),
      limit: limit - items.length,
    });
    items.push(...found.items.filter((one) => passes(publicRemark(one), verdict)));
    if (found.next === null || items.length >= limit) return { items, next: found.next };
    after = found.next;
  }
};

export const getRemarksPage = endpoint(rows.getRemarksPage, {
  summary: "What was said to a consultation, by number, each with its decision",
  params: ConsultationPath,
  query: PageQuery.extend({ verdict: Which.optional() }),
  cache: "public, max-age=0, s-maxage=10, stale-if-error=600",
  handle: async (request, deps) => {
    const { verdict, ...query } = request.query;
    const consultation = await publishedConsultation(request.params, deps);
    const [{ items, next }, counts] = await Promise.all([
      pageOfRemarks(consultation, verdict, query, deps),
      remarksOf(consultation, deps).counts(),
    ]);
    return view(
      remarksView(frameOf(request), consultation, {
        remarks: items,
        counts,
        verdict,
        next: cursorOf(next),
        mayWrite: takesRemarks(consultation, request.receivedAt),
      }),
    );
  },
});
