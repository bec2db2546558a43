import { z } from "zod";
import type { ProjectId, SupportId } from "../../domain/ids.ts";
import type { Project } from "../../domain/project/project.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result } from "../../domain/result.ts";
import { asRead } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import type { Page, QueryOptions } from "../../store/reads.ts";
import { BACKOFF, orAgain, retry } from "../../store/retry.ts";
import type { Table } from "../../store/table.ts";
import { create, put, remove, update, type Write } from "../../store/write.ts";
import { lineStateOf, SupportLine } from "./rules.ts";

type Of = Pick<Project, "cycleId" | "id">;

const Held = z.object({ line: z.string() });

/** Lists of supporters. A line counts while it holds its person: the line, the person and the proposal's counter change together. */
export const openSupporters = (table: Pick<Table, "all" | "get" | "query" | "write">) => {
  const held = (line: SupportLine): Write[] =>
    line.people.map((person) =>
      create({
        key: keys.supporter(line.projectId, person),
        item: { line: line.id },
        otherwise: () => refusal("project/already-supported", {}),
      }),
    );
  const letGo = ({ projectId, people, id }: SupportLine): Write[] =>
    people.map((person) =>
      remove({
        key: keys.supporter(projectId, person),
        when: { text: "#line = :line", values: { line: id } },
      }),
    );
  /** The proposal's counter moves only until its form is decided: that is when the list is checked. */
  const counted = ({ cycleId, projectId }: Pick<SupportLine, "cycleId" | "projectId">, by: number): Write =>
    update({
      key: keys.project(cycleId, projectId),
      add: { supporters: by },
      when: { text: "#status = :submitted", values: { submitted: "submitted" } },
      otherwise: (met) =>
        met === undefined
          ? refusal("thing/not-found", {})
          : refusal("project/state", { status: String(met.status) }),
    });

  const write = (writes: readonly Write[]): Promise<Result<void>> =>
    retry(BACKOFF.reading, async () => orAgain(await table.write(writes)));

  const get = (projectId: ProjectId, id: SupportId): Promise<SupportLine | undefined> =>
    table.get(keys.support(projectId, id), SupportLine);

  return {
    get,

    /** Lines of a list by their ids, a page where a limit is given. */
    page: ({ id }: Pick<Of, "id">, how: QueryOptions = {}): Promise<Page<SupportLine>> =>
      table.query(keys.support(id, "").pk, SupportLine, { ...how, prefix: keys.support(id, "").sk ?? "" }),

    /** A line that counts, or one that is struck already. Who counts for this proposal is refused. */
    enter: (line: SupportLine, also: readonly Write[] = []): Promise<Result<void>> => {
      const counts = lineStateOf(line) === "valid";
      const otherwise = () => refusal("request/key-reused", {});
      return write([
        ...(counts ? held(line) : []),
        create({ key: keys.support(line.projectId, line.id), item: line, otherwise }),
        counted(line, counts ? 1 : 0),
        ...also,
      ]);
    },

    /** Lines of a list by their ids, and who of these people counts on it, each by the line that holds them. */
    known: async (projectId: ProjectId, ids: readonly SupportId[], people: readonly string[]) => {
      const [lines, holding] = await Promise.all([
        table.all(
          ids.map((id) => keys.support(projectId, id)),
          SupportLine,
        ),
        table.all(
          people.map((person) => keys.supporter(projectId, person)),
          Held,
        ),
      ]);
      const held = people.flatMap((person, n) => (holding[n] ? [person] : []));
      return { lines: lines.filter((line) => line !== undefined), held: new Set(held) };
    },

    /** Lines of one sheet, all of them or none; whoever has come between two reads and this is told by the refusal. */
    enterSheet: (
      of: Pick<SupportLine, "cycleId" | "projectId">,
      lines: readonly SupportLine[],
      also: readonly Write[],
    ): Promise<Result<void>> => {
      const counting = lines.filter((line) => lineStateOf(line) === "valid");
      const otherwise = () => refusal("project/already-supported", {});
      return write([
        ...counting.flatMap(held),
        ...lines.map((line) => create({ key: keys.support(line.projectId, line.id), item: line, otherwise })),
        counted(of, counting.length),
        ...also,
      ]);
    },

    /** A line struck, or counting again. */
    change: async (
      before: SupportLine,
      change: Pick<SupportLine, "struck" | "note">,
      also: readonly Write[],
    ): Promise<Result<SupportLine>> => {
      const next = { ...before, ...change, version: before.version + 1 };
      const [was, is] = [lineStateOf(before), lineStateOf(next)];
      const by = was === is ? 0 : is === "valid" ? 1 : -1;
      const outcome = await write([
        put({ key: keys.support(before.projectId, before.id), item: next, when: asRead(before.version) }),
        ...(by === 1 ? held(next) : by === -1 ? letGo(before) : []),
        counted(before, by),
        ...also,
      ]);
      return outcome.ok ? ok(next) : outcome;
    },
  };
};
