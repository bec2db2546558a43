import type { CycleId, ProjectId } from "../../domain/ids.ts";
import { CheckStage } from "../../domain/procedure/stages.ts";
import type { Project } from "../../domain/project/project.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result } from "../../domain/result.ts";
import { asRead } from "../../store/kept.ts";
import { type Key, keys } from "../../store/keys.ts";
import type { Table } from "../../store/table.ts";
import { WAITS_NO_MORE, type waits } from "../../store/work.ts";
import { type Attributes, check, type Of, put, update, type Write } from "../../store/write.ts";
import { Card } from "./rules.ts";

/** A card as it is to be, over the version that was read; none was there before the first. */
export const cardWrite = (card: Card, work?: ReturnType<typeof waits>): Write =>
  put({
    key: keys.check(card.cycleId, card.stage, card.projectId),
    item: { ...card, version: card.version + 1, ...work },
    when: card.version === 0 ? { text: "attribute_not_exists(#pk)" } : asRead(card.version),
    otherwise: (met) => refusal("request/changed-since", { version: Number(met?.version ?? 0) }),
  });

/** From its card on, what waits for somebody stands there; the proposal itself is still what was checked. */
export const takenUp = ({ cycleId, id, status, version }: Project): Write =>
  update({
    key: keys.project(cycleId, id),
    remove: WAITS_NO_MORE,
    when: {
      text: "#status = :status AND #version = :version",
      values: { status, version },
    },
    otherwise: (met) => refusal("request/changed-since", { version: Number(met?.version ?? 0) }),
  });

const overtaken = (met?: Attributes) =>
  refusal("request/changed-since", { version: Number(met?.version ?? 0) });

/** A card takes a version, so that whoever saves it over what they read begins anew. */
export const touched = (
  { cycleId, stage, projectId, version }: Card,
  { set, remove }: Pick<Of<"update">, "set" | "remove"> = {},
): Write =>
  update({
    key: keys.check(cycleId, stage, projectId),
    set: { ...set, version: version + 1 },
    ...(remove && { remove }),
    when: asRead(version),
    otherwise: overtaken,
  });

/** Nobody has begun this card since it was looked for. */
export const unbegun = (key: Key): Write =>
  check({ key, when: { text: "attribute_not_exists(#pk)" }, otherwise: overtaken });

/** A card whose list is public. */
export const publishedCard = (card: Card): Write => cardWrite({ ...card, state: "published" });

/** Cards of checks, one a proposal and stage. */
export const openChecks = (table: Pick<Table, "get" | "query" | "write">) => ({
  get: (cycleId: CycleId, stage: CheckStage, projectId: ProjectId): Promise<Card | undefined> =>
    table.get(keys.check(cycleId, stage, projectId), Card),

  /** The cards of a stage that somebody has begun. */
  of: async (cycleId: CycleId, stage: CheckStage): Promise<Card[]> => {
    const { pk, sk = "" } = keys.check(cycleId, stage, "");
    return (await table.query(pk, Card, { prefix: sk, consistent: true })).items;
  },

  /** The cards of a proposal wait for nobody any more: it was withdrawn. Whoever fills one in, or begins it, at that moment has not seen that. */
  rest: ({ cycleId, id }: Pick<Project, "cycleId" | "id">): Promise<Write[]> =>
    Promise.all(
      CheckStage.options.map(async (stage) => {
        const key = keys.check(cycleId, stage, id);
        const card = await table.get(key, Card);
        return card ? touched(card, { remove: WAITS_NO_MORE }) : unbegun(key);
      }),
    ),

  save: async (
    card: Card,
    also: readonly Write[],
    work?: ReturnType<typeof waits>,
  ): Promise<Result<Card>> => {
    const outcome = await table.write([cardWrite(card, work), ...also]);
    return outcome.ok ? ok({ ...card, version: card.version + 1 }) : outcome;
  },
});
