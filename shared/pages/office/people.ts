import { pathTo } from "../../domain/addresses.ts";
import {
  isAway,
  type Person,
  type Unit,
  unmannedFrom,
  unreached,
  whoActsFor,
} from "../../domain/office/directory.ts";
import { dayOf, type Instant, type LocalDate } from "../../domain/time.ts";
import { box } from "../components/boxes.ts";
import { table } from "../components/table.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";

interface Office {
  readonly units: readonly Unit[];
  readonly staff: readonly Person[];
}

/** When the accounts of staff were last read, and how many of them could not be. */
interface Reading {
  readonly at: Instant;
  readonly unreadable: number;
}

const inOrder = <T extends { readonly name: string }>(
  { words }: Pick<Frame, "words">,
  things: readonly T[],
): T[] => things.toSorted((a, b) => words.format.compare(a.name, b.name));

/** Units or people to choose among, by name. */
export const choicesOf = (
  frame: Pick<Frame, "words">,
  things: readonly (Unit | Person)[],
): (readonly [string, string])[] => inOrder(frame, things).map(({ id, name }) => [id, name]);

/** People to choose among, by name; of who is away on a day, until when and who stands in. */
export const personChoices = (
  frame: Pick<Frame, "words">,
  people: readonly Person[],
  staff: readonly Person[],
  day: LocalDate,
): (readonly [string, string])[] => {
  const { directory: w, format } = frame.words;
  return inOrder(frame, people).map((person) => {
    const { id, name, absence } = person;
    if (!absence || !isAway(person, day)) return [id, name];
    const standIn = whoActsFor(person, staff, day)?.name;
    const away = [w.awayUntil(format.date(absence.to)), ...(standIn ? [w.standsIn(standIn)] : [])];
    return [id, `${name} (${away.join("; ")})`];
  });
};

/** For whom somebody stands in today and later, each with the days. */
export const standsInLines = (
  frame: Frame,
  { id }: Pick<Person, "id">,
  staff: readonly Person[],
  day: LocalDate,
): Html | false => {
  const { directory: w, format } = frame.words;
  const lines = inOrder(frame, staff).flatMap(({ name, absence }) =>
    absence && absence.standIn === id && day <= absence.to
      ? [`${name}: ${w.away(format.date(absence.from), format.date(absence.to))}`]
      : [],
  );
  return (
    lines.length > 0 &&
    html`<h2>${w.own.standsInFor}</h2>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  );
};

const rolesText = ({ words }: Frame, { roles }: Person): string =>
  roles.map((role) => words.office.roles[role]).join(", ") || words.office.home.noRole;

const accountText = ({ words }: Frame, { account }: Person): string => {
  const { accounts } = words.directory;
  if (account === undefined) return accounts.met;
  return account.closedAt === null
    ? accounts.open
    : accounts.closed(words.format.date(dayOf(account.closedAt)));
};

/** From which reading of the accounts the page is, and how much of it is missing. */
const readingText = ({ words }: Frame, reading: Reading | undefined): Part => {
  const w = words.directory;
  return html`<p class="hint">${w.fromProvider} ${reading ? w.lastRead(words.format.moment(reading.at)) : w.neverRead}</p>
${reading && reading.unreadable > 0 && box({ tone: "warn", body: html`<p>${w.unreadable(words.format.number(reading.unreadable))}</p>` })}`;
};

const absenceText = ({ words }: Frame, person: Person, staff: readonly Person[]): string => {
  const { absence } = person;
  const w = words.directory;
  const standIn = absence && staff.find(({ id }) => id === absence.standIn)?.name;
  const unmanned = unmannedFrom(person, staff);
  const parts = [
    ...(absence ? [w.away(words.format.date(absence.from), words.format.date(absence.to))] : []),
    ...(standIn ? [w.standsIn(standIn)] : []),
    ...(unmanned === undefined ? [] : [w.unmanned(words.format.date(unmanned))]),
  ];
  return parts.join("; ") || "–";
};

const unitName = (frame: Frame, { id, name }: Unit, mayKeep: boolean): Part =>
  mayKeep ? html`<a href="${link(frame, pathTo("unit", { unitId: id }))}">${name}</a>` : name;

/** Units below one another, each with its own below it. */
const tree = (frame: Frame, units: readonly Unit[], parent: string | null, mayKeep: boolean): Part => {
  const here = inOrder(
    frame,
    units.filter((unit) => unit.parent === parent),
  );
  return (
    here.length > 0 &&
    html`<ul>${here.map((unit) => html`<li>${unitName(frame, unit, mayKeep)}${tree(frame, units, unit.id, mayKeep)}</li>`)}</ul>`
  );
};

/** Units to which the tree does not lead. */
const outside = (frame: Frame, units: readonly Unit[], mayKeep: boolean): Part => {
  const lost = unreached(units);
  return (
    lost.length > 0 &&
    box({
      tone: "warn",
      body: html`<p>${frame.words.directory.unreached}</p>
<ul>${lost.map((unit) => html`<li>${unitName(frame, unit, mayKeep)}</li>`)}</ul>`,
    })
  );
};

/** The office: its units, and its people with what they do, where they are reached, and when they are away. */
export const peopleAbout = (
  frame: Frame,
  {
    units,
    staff,
    reading,
    mayKeep,
  }: Office & { readonly reading: Reading | undefined; readonly mayKeep: boolean },
): Html => {
  const { words } = frame;
  const w = words.directory;
  const nameOf = (id: string | null): string => units.find((unit) => unit.id === id)?.name ?? "–";
  return html`<h2>${w.units}</h2>
${tree(frame, units, null, mayKeep) || html`<p>${w.noUnits}</p>`}
${outside(frame, units, mayKeep)}
<h2>${w.people}</h2>
${readingText(frame, reading)}
${mayKeep && html`<p><a href="${link(frame, pathTo("peopleSheet"))}">${w.sheet}</a></p>`}
${table(words, {
  caption: w.peopleTable,
  columns: [
    { head: w.name, isRowHead: true },
    { head: w.roles },
    { head: w.unit },
    { head: w.mail },
    { head: w.absence },
    ...(mayKeep ? [{ head: w.account }] : []),
  ],
  rows: inOrder(frame, staff).map((person) => [
    mayKeep
      ? html`<a href="${link(frame, pathTo("person", { personId: person.id }))}">${person.name}</a>`
      : person.name,
    rolesText(frame, person),
    nameOf(person.unit),
    person.mail ?? "–",
    absenceText(frame, person, staff),
    ...(mayKeep ? [accountText(frame, person)] : []),
  ]),
  empty: w.noPeople,
})}`;
};

/** What stands above the acts on somebody's page. */
export const personAbout = (frame: Frame, person: Person): Html => {
  const w = frame.words.directory;
  return html`<p>${w.roles}: ${rolesText(frame, person)}. ${w.rolesElsewhere} ${w.account}: ${accountText(frame, person)}.</p>`;
};
