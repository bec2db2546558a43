import { describe, expect, test } from "vitest";
import { paperKind } from "../../shared/domain/import/kinds/paper.ts";
import { layoutOf } from "../../shared/domain/import/layout.ts";
import { readRows } from "../../shared/domain/import/read-rows.ts";
import { KATOWICE_IDENTITY } from "../../shared/rulesets/katowice-identity.ts";
import { peselOf } from "../kit/city.ts";

const listed = (id: string, pool: string, by: "tick" | "rank" | "number") => ({ id, pool, by });

const KIND = paperKind({
  identity: KATOWICE_IDENTITY,
  projects: [
    ["M/01/XII", listed("a", "M", "number")],
    ["M/02/XII", listed("b", "M", "number")],
    ["L13/01/XII", listed("c", "L13", "tick")],
    ["L13/02/XII", listed("d", "L13", "rank")],
    ["L1/31/XII", listed("e", "L1", "tick")],
    ["L13/10/XII", listed("f", "L13", "rank")],
  ],
  rejections: [
    ["unsigned", "unsigned"],
    ["brak podpisu", "unsigned"],
    ["oddana po terminie", "late"],
  ],
});
const HEADER = "Nr karty;PESEL;Projekty;Powód odrzucenia;Opiekun";
const PESEL = peselOf(0);

const read = (row: string, header = HEADER) => {
  const text = `${header}\n${row}\n`;
  const layout = layoutOf(text, KIND);
  if (!layout) throw new Error("no table");
  expect(layout.missing).toEqual([]);
  const [first] = [...readRows(text, KIND, layout)];
  if (!first) throw new Error("no row");
  return first;
};

const choices = (row: string, header?: string) => {
  const content = read(row, header).value?.content;
  return content && "choices" in content
    ? content.choices.map(({ id, given }) => `${id}=${given}`).join(" ")
    : undefined;
};

describe("a card of a table", () => {
  test.each([
    ["M/01/XII: 2, L13/01/XII", "a=2 c=1"],
    ["M/01/XII=1 | M/02/XII (2)", "a=1 b=2"],
    ["l13-1-xii", "c=1"],
    ["L13/01/XII L1/31/XII", "c=1 e=1"],
    ["L13/10/XII, L13/02/XII", "f=1 d=2"],
    ["", ""],
  ])("names projects in one cell: %s", (cell, found) => {
    expect(choices(`1;${PESEL};"${cell}";;`)).toBe(found);
  });

  test("or in columns, a choice each, with points beside them", () => {
    const header = "Lp.;PESEL;Projekt 1;Punkty 1;Projekt 2;Punkty 2";
    expect(choices(`1;${PESEL};M/01/XII;3;L13/01/XII;`, header)).toBe("a=3 c=1");
    expect(choices(`1;${PESEL};M/02/XII;2,0;;`, header)).toBe("b=2");
  });

  test.each([
    ["x", `x;${PESEL};L13/01/XII;;`, "number", "card"],
    ["0", `0;${PESEL};L13/01/XII;;`, "number", "card"],
    ["no PESEL number", "1;;L13/01/XII;;", "pesel", "pesel"],
    ["lost digits", "1;4,40514E+10;L13/01/XII;;", "pesel", "digits-lost"],
    ["an unknown project", `1;${PESEL};L13/99/XII;;`, "projects", "project"],
    ["one of another division of its number", `1;${PESEL};L13/1-X/II;;`, "projects", "project"],
    ["a project twice", `1;${PESEL};"L13/01/XII,L13/1/XII";;`, "projects", "project-twice"],
    ["no points", `1;${PESEL};M/01/XII;;`, "projects", "points"],
    ["an unknown reason", "1;;;zła karta;", "rejection", "rejection"],
    ["a vote and a reason", `1;${PESEL};L13/01/XII;brak podpisu;`, "rejection", "outcome"],
    ["neither yes nor no", `1;${PESEL};L13/01/XII;;być może`, "guardian", "yes-or-no"],
  ])("with %s is a fault by its column", (_, row, column, says) => {
    const { state, notes } = read(row);
    expect({ state, notes: notes.filter((note) => note.says !== "spelling") }).toEqual({
      state: "fault",
      notes: [{ column, says }],
    });
  });

  test("is no ballot for a reason, whatever the person's data are", () => {
    expect(read("3;;;Brak podpisu;").value).toEqual({ number: 3, content: { rejection: "unsigned" } });
    expect(read("4;brak;;late;").state).toBe("fault");
    expect(read("5;123;;ODDANA PO TERMINIE;").value?.content).toEqual({ rejection: "late" });
  });

  test("is mended where a spreadsheet has touched it", () => {
    const { state, notes, value } = read(`7,00;'${PESEL};L13/1/XII;;TAK`);
    expect(state).toBe("repaired");
    expect(notes.map(({ column, says }) => `${column}: ${says}`).sort()).toEqual([
      "number: decimal",
      "pesel: apostrophe",
      "projects: spelling",
    ]);
    expect(value).toEqual({
      number: 7,
      content: { facts: { pesel: PESEL }, guardian: true, choices: [{ pool: "L13", id: "c", given: 1 }] },
    });
  });
});
