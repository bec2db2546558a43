import { z } from "zod";
import { ProgrammeId } from "../../domain/ids.ts";
import { existing } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { cursorOf, listOf, PageQuery, pageAfter, pageOf } from "../../platform/lists.ts";
import { byUrgency, type Consultation } from "../consultations/rules.ts";
import { consultationsOf, PublicConsultation, publicConsultation } from "../consultations/writing.ts";
import { programmeOf, programmesOf } from "./keeping.ts";
import { programmeView } from "./pages.ts";
import { programmeRows as rows } from "./rows.ts";
import { type Programme, ProgrammeFields } from "./rules.ts";

const CACHE = "public, max-age=0, s-maxage=10, stale-if-error=600";

const PublicProgramme = z
  .object({ id: ProgrammeId, ...ProgrammeFields.shape, consultations: z.array(PublicConsultation) })
  .meta({ id: "Programme" });

/** What residents may see of it; one in which nothing is published yet is as if it were not there. */
const contentOf = async ({ id }: Programme, now: Instant, deps: Deps): Promise<Consultation[]> =>
  (await consultationsOf(deps).all())
    .filter(({ programme, publishedAt }) => programme === id && publishedAt !== undefined)
    .toSorted(byUrgency(now));

/** The programmes of which something is published. */
export const publishedProgrammes = async (
  published: readonly Pick<Consultation, "programme">[],
  deps: Deps,
): Promise<Programme[]> => {
  const named = new Set(published.map(({ programme }) => programme));
  return named.size === 1 && named.has(undefined)
    ? []
    : (await programmesOf(deps).all()).filter(({ id }) => named.has(id));
};

const Path = z.object({ programmeId: ProgrammeId });

const found = async (path: z.infer<typeof Path>, now: Instant, deps: Deps) => {
  const programme = await programmeOf(path, deps);
  const all = await contentOf(programme, now, deps);
  return { programme: existing(all.length > 0 ? programme : undefined), all };
};

const shown = ({ id, name, lead }: Programme, all: readonly Consultation[], now: Instant) => ({
  id,
  name,
  lead,
  consultations: all.map((one) => publicConsultation(one, now)),
});

export const getProgramme = endpoint(rows.getProgramme, {
  summary: "A programme with all consultations that are published in it",
  params: Path,
  replies: { 200: PublicProgramme },
  cache: CACHE,
  handle: async ({ params, receivedAt: now }, deps) => {
    const { programme, all } = await found(params, now, deps);
    return json(shown(programme, all, now));
  },
});

const Listed = PublicProgramme.omit({ consultations: true }).meta({ id: "ListedProgramme" });

export const getProgrammes = endpoint(rows.getProgrammes, {
  summary: "Programmes in which consultations are published",
  query: PageQuery,
  replies: { 200: listOf(Listed, "Programmes") },
  cache: CACHE,
  handle: async ({ query }, deps) => {
    const published = (await consultationsOf(deps).all()).filter(
      ({ publishedAt }) => publishedAt !== undefined,
    );
    const { items, next } = pageAfter(await publishedProgrammes(published, deps), pageOf(query));
    return json({ items: items.map(({ id, name, lead }) => ({ id, name, lead })), next: cursorOf(next) });
  },
});

export const getProgrammePage = endpoint(rows.getProgrammePage, {
  summary: "A programme with all consultations that are published in it",
  params: Path,
  cache: CACHE,
  handle: async (request, deps) => {
    const now = request.receivedAt;
    const { programme, all } = await found(request.params, now, deps);
    return view(programmeView(frameOf(request), programme, all, now));
  },
});
