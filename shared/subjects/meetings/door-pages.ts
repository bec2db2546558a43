import { addressAt } from "../../domain/addresses.ts";
import { Help } from "../../domain/meeting/needs.ts";
import { doorCodeOf } from "../../domain/meeting/signup.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { said } from "./pages.ts";
import { atOffice } from "./rows.ts";
import type { StaffSignup } from "./view-rules.ts";

interface DoorListModel {
  readonly meeting: { readonly id: string };
  readonly list: readonly StaffSignup[];
  readonly areNamesShown: boolean;
}

/** What somebody needs, on one line. */
export const needsText = (
  frame: Pick<Frame, "words">,
  { helps, needs }: Pick<StaffSignup, "helps" | "needs">,
): string => [...helps.map((one) => said(frame).needs[one]), ...(needs === null ? [] : [needs])].join("; ");

/** How many need what: no names. */
const needCounts = (frame: Pick<Frame, "words">, list: readonly StaffSignup[]): string => {
  const { needs, office } = said(frame);
  return Help.options
    .map((help) => [needs[help], list.filter(({ helps }) => helps.includes(help)).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}: ${office.count(count)}`)
    .join("; ");
};

/** Who has a place and who waits, with a box to tick at the door. */
export const doorLists = (frame: Frame, { meeting, list, areNamesShown }: DoorListModel): Html => {
  const { words } = frame;
  const { list: w } = said(frame).office;
  const [no = "", person = "", seats = "", needs = "", present = ""] = w.columns;
  const one = (place: StaffSignup["place"], caption: string) =>
    table(words, {
      caption,
      empty: w.empty,
      columns: [
        { head: no, isNumber: true },
        { head: person, isRowHead: true },
        { head: w.code },
        ...(areNamesShown ? [{ head: w.email }] : []),
        { head: seats, isNumber: true },
        ...(areNamesShown ? [{ head: needs }] : []),
        ...(place === "seat" ? [{ head: present }] : []),
      ],
      rows: list
        .filter((line) => line.place === place)
        .map((line) => [
          line.position,
          html`<a href="${link(frame, addressAt(atOffice.person, { meetingId: meeting.id, signupId: line.id }))}">${line.name}</a>`,
          doorCodeOf(line.id),
          ...(areNamesShown ? [line.email ?? line.phone ?? ""] : []),
          line.seats,
          ...(areNamesShown ? [needsText(frame, line)] : []),
          ...(place === "seat" ? ["☐"] : []),
        ]),
    });
  const isAnyoneWaiting = list.some(({ place }) => place === "waiting");
  const counts = needCounts(frame, list);
  return html`${counts !== "" && html`<p>${needs}: ${counts}</p>`}${one("seat", w.caption)}${isAnyoneWaiting && one("waiting", w.waiting)}`;
};
