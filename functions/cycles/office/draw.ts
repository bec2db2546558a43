import { z } from "zod";
import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import { enterLotSeed, type NewDraw, proposeDraw } from "../../../shared/acts/cycle/enter-draw.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { ProjectId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import { drawView, placeName, protocolName, type UndecidedPool } from "../../../shared/pages/office/draw.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { issueText } from "../../../shared/words/refusal-words.ts";
import type { Words } from "../../../shared/words/words.ts";
import { routes } from "../../routes.ts";

const LONGEST_PROTOCOL = 300;

/** Either a pool with a place for each of its tied projects, or the committed seed. */
const Typed = z.object({ pool: z.string().optional(), seed: z.string().optional() }).catchall(z.string());
type Typed = z.infer<typeof Typed>;

const undecidedPools = async (cycle: Cycle, { store }: Deps): Promise<UndecidedPool[]> => {
  const [count, list] = await Promise.all([store.counts.get(cycle.id), store.ballotLists.get(cycle.id)]);
  if (cycle.phase !== "counting" || !count)
    throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["counting"] }));
  const known = new Map(
    list?.pools.flatMap(({ projects }) => projects).map((one) => [one.id as string, one]),
  );
  const pools = cycle.pools.filter(({ id }) => count.undecidedPools.includes(id));
  return await Promise.all(
    pools.map(async ({ id, name }) => {
      const tally = await store.counts.tally(cycle.id, count.run, id);
      const ofLeftOver = count.leftOverTies.filter(({ pool }) => pool === id);
      const ties = [...(tally?.undecided ?? []), ...ofLeftOver].map(({ score, decides, projects }) => ({
        score,
        decides,
        projects: projects.map((project) => ({
          id: project,
          number: known.get(project)?.number ?? project,
          title: known.get(project)?.title ?? "",
        })),
      }));
      return { id, name: `${id} ${name}`, ties };
    }),
  );
};

/** The order that the places give, if each from 1 on is given once. */
const orderOf = (projects: readonly { readonly id: string }[], typed: Typed): ProjectId[] | undefined => {
  const placed = projects.map(({ id }) => ({
    id: id as ProjectId,
    place: Number(typed[placeName(id)]?.trim()),
  }));
  const order = placed.toSorted((a, b) => a.place - b.place);
  return order.every(({ place }, index) => place === index + 1) ? order.map(({ id }) => id) : undefined;
};

const drawsOf = (
  { id, ties }: UndecidedPool,
  typed: Typed,
  words: Words,
): { readonly draws: NewDraw["draws"]; readonly faults: readonly Fault[] } => {
  const w = words.draw;
  const field = protocolName(id);
  const protocol = (typed[field] ?? "").replace(/\s+/g, " ").trim();
  const faults: Fault[] = [];
  const draws = ties.flatMap(({ projects, decides }) => {
    // A tie that may yet decide nothing can wait for the next count.
    if (decides === "perhaps" && projects.every(({ id: project }) => !typed[placeName(project)])) return [];
    const order = orderOf(projects, typed);
    if (order) return [{ order, protocol }];
    const most = words.format.number(projects.length);
    faults.push({ field: placeName(projects[0]?.id ?? ""), text: w.placesWrong(most) });
    return [];
  });
  if (protocol === "") faults.push({ field, text: words.issues.required("") });
  if (protocol.length > LONGEST_PROTOCOL)
    faults.push({ field, text: issueText(words, { rule: "too-long", limit: LONGEST_PROTOCOL }) });
  return { draws, faults };
};

export const { get: getOfficeDraw, post: postOfficeDraw } = actPages(
  { get: routes.getOfficeDraw, post: routes.postOfficeDraw },
  {
    summary: "Entering the draw that settles a tie",
    params: InEdition,
    body: Typed,
    fields: ["seed"],
    say: ({ draw }) => ({ "/seed": draw.seedWrong }),
    show: async ({ request, cycle }, state, deps) =>
      drawView(frameOf(request), state, {
        ...cycle,
        pools: await undecidedPools(cycle, deps),
        hasSeed: cycle.lotCommitment !== undefined,
      }),
    act: async ({ request, cycle }, deps) => {
      const { pool: chosen, seed, ...typed } = request.body;
      if (seed !== undefined) {
        await enterLotSeed({ by: request, cycle, seed }, deps);
        return undefined;
      }
      const pool = (await undecidedPools(cycle, deps)).find(({ id }) => id === chosen);
      if (!pool) throw new Refused(refusal("request/changed-since", { version: cycle.version }));
      const { draws, faults } = drawsOf(pool, typed, request.words);
      if (faults.length > 0) return faults;
      await proposeDraw({ by: request, cycle, drawn: { pool: pool.id, draws } }, deps);
      return undefined;
    },
  },
);
