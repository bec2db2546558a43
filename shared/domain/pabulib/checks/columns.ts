import type { Findings, Place } from "../findings.ts";

/** Names of a section that the format does not know, and their order. */
export const checkOrder = (
  {
    section,
    fields,
    names,
  }: {
    readonly section: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly names: readonly string[];
  },
  place: (at: number) => Place,
  findings: Findings,
): void => {
  const order = Object.keys(fields);
  let last = -1;
  let isInOrder = true;
  for (const [at, name] of names.entries()) {
    const known = order.indexOf(name);
    if (known < 0)
      findings.note("warned", "name-unknown", place(at), `${section}: the format knows no "${name}"`);
    else if (known < last && isInOrder) {
      isInOrder = false;
      const wanted = names
        .filter((one) => order.includes(one))
        .sort((a, b) => order.indexOf(a) - order.indexOf(b));
      findings.note(
        "warned",
        "name-order",
        place(at),
        `${section}: the format wants the order ${wanted.join(", ")}`,
      );
    }
    last = Math.max(last, known);
  }
};

/** Parts of a list in a cell, and of a cell without commas itself. */
export const partsOf = (cell: string): string[] =>
  cell.split(",").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
