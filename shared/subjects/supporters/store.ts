import { z } from "zod";
import { type ProjectId, SupportId } from "../../domain/ids.ts";
import type { Project } from "../../domain/project/project.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result } from "../../domain/result.ts";
import { asRead } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import type { Page, QueryOptions } from "../../store/reads.ts";
import { BACKOFF, orAgain, retry } from "../../store/retry.ts";
import type { Table } from "../../store/table.ts";
import { check, create, put, remove, update, type Write } from "../../store/write.ts";
import { lineStateOf, SupportLine } from "./rules.ts";

type Of = Pick<Project, "cycleId" | "id">;

/** By which line somebody counts, and by which hashes they are known there; those of releases before do not say. */
const Held = z.object({ line: SupportId, people: z.array(z.string()).optional() });
type Held = z.infer<typeof Held>;

/** Lists of supporters. A line counts while it holds its person: the line, the person and the proposal's counter change together. */
export const openSupporters = (table: Pick<Table, "all" | "get" | "query" | "write">) => {
  const held = (line: SupportLine): Write[] =>
    line.people.map((person) =>
      create({
        key: keys.supporter(line.projectId, person),
        item: { line: line.id, people: line.people },
        otherwise: () => refusal("project/already-supported", {}),
      }),
    );
  const letGo = ({ projectId, people, id }: Pick<SupportLine, "projectId" | "people" | "id">): Write[] =>
    people.map((person) =>
      remove({
        key: keys.supporter(projectId, person),
        when: { text: "#line = :line", values: { line: id } },
      }),
    );
  /** The proposal's counter moves only until its form is decided: that is when the list is checked. `seen` is the version as it was read. */
  const counted = (
    { cycleId, projectId }: Pick<SupportLine, "cycleId" | "projectId">,
    by: number,
    seen?: number,
  ): Write => {
    const isOpen = "#status = :submitted";
    return update({
      key: keys.project(cycleId, projectId),
      add: { supporters: by },
      when:
        seen === undefined
          ? { text: isOpen, values: { submitted: "submitted" } }
          : { text: `${isOpen} AND #version = :seen`, values: { submitted: "submitted", seen } },
      otherwise: (met) => {
        if (met === undefined) return refusal("thing/not-found", {});
        return met.status === "submitted"
          ? refusal("request/changed-since", { version: Number(met.version) })
          : refusal("project/state", { status: String(met.status) });
      },
    });
  };

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
    enter: (
      line: SupportLine,
      { also = [], seen }: { readonly also?: readonly Write[]; readonly seen?: number } = {},
    ): Promise<Result<void>> => {
      const counts = lineStateOf(line) === "valid";
      const otherwise = () => refusal("request/key-reused", {});
      return write([
        ...(counts ? held(line) : []),
        create({ key: keys.support(line.projectId, line.id), item: line, otherwise }),
        counted(line, counts ? 1 : 0, seen),
        ...also,
      ]);
    },

    /**
     * Who stands behind a proposal from now on supports it no more: their line is struck, with whatever else is written, and by so many the counter
     * is to fall. Whoever does not support it does not begin to at the same moment. Once its form is decided the list stays as it was checked.
     * Nobody reads the list for it: that a condition fails tells by which line the person counts.
     */
    strikeOwn: async (
      { id, status }: Pick<Project, "id" | "status">,
      person: string,
    ): Promise<{ readonly writes: readonly Write[]; readonly struck: 0 | 1 }> => {
      if (status !== "submitted") return { writes: [], struck: 0 };
      let counts: Held | undefined;
      const isNoSupporter = check({
        key: keys.supporter(id, person),
        when: { text: "attribute_not_exists(#pk)" },
        otherwise: (met) => {
          counts = Held.parse(met);
          return refusal("request/changed-since", { version: 0 });
        },
      });
      await table.write([isNoSupporter]);
      if (!counts) return { writes: [isNoSupporter], struck: 0 };
      const { line, people = [person] } = counts;
      const when = { text: "attribute_exists(#pk)" };
      const struck = { set: { struck: "author" }, add: { version: 1 } };
      return {
        writes: [
          update({ key: keys.support(id, line), ...struck, when }),
          ...letGo({ projectId: id, people, id: line }),
        ],
        struck: 1,
      };
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
