import { pathTo } from "../../domain/addresses.ts";
import {
  hasAccount,
  type Person,
  type Unit,
  unitAndBelow,
  unmannedFrom,
  unreached,
} from "../../domain/office/directory.ts";
import { dayOf, type Instant } from "../../domain/time.ts";
import { box } from "../components/boxes.ts";
import { select } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { buttonLink, form, hidden } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { table } from "../components/table.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

interface Office {
  readonly units: readonly Unit[];
  readonly staff: readonly Person[];
}

/** When the accounts of staff were last read, and how many of them could not be. */
interface Reading {
  readonly at: Instant;
  readonly unreadable: number;
}

const inOrder = <T extends { readonly name: string }>({ words }: Frame, things: readonly T[]): T[] =>
  things.toSorted((a, b) => words.format.compare(a.name, b.name));

const choicesOf = (frame: Frame, things: readonly (Unit | Person)[]): (readonly [string, string])[] =>
  inOrder(frame, things).map(({ id, name }) => [id, name]);

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
export const peopleView = (
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
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`<h1>${w.title}</h1>
<h2>${w.units}</h2>
${tree(frame, units, null, mayKeep) || html`<p>${w.noUnits}</p>`}
${outside(frame, units, mayKeep)}
${mayKeep && html`<p>${buttonLink({ href: link(frame, pathTo("newUnit")), text: w.newUnit, kind: "second" })}</p>`}
<h2>${w.people}</h2>
${readingText(frame, reading)}
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
})}`,
  });
};

export const personView = (
  frame: Frame,
  { person, units, staff, state }: Office & { readonly person: Person; readonly state: FormState },
): Html => {
  const { words } = frame;
  const w = words.directory;
  const { absence, account } = person;
  const awayHint = account?.closedAt ? `${w.awayHint} ${w.closedHint}` : w.awayHint;
  const version = hidden("version", person.version);
  return layout(frame, {
    title: person.name,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("people")), text: w.title },
    body: html`${faultSummary(state)}
<h1>${person.name}</h1>
<p>${w.roles}: ${rolesText(frame, person)}. ${w.rolesElsewhere} ${w.account}: ${accountText(frame, person)}.</p>
${form({
  action: link(frame, pathTo("person", { personId: person.id })),
  body: html`${version}
${select(state, { name: "unit", label: w.unit, value: person.unit ?? "", placeholder: w.none, options: choicesOf(frame, units) })}
${textField(state, { name: "mail", label: w.mail, hint: w.mailHint, kind: "email", value: person.mail ?? "" })}
${textField(state, { name: "from", label: w.awayFrom, hint: awayHint, kind: "date", width: 11, value: absence?.from ?? "" })}
${textField(state, { name: "to", label: w.awayTo, kind: "date", width: 11, value: absence?.to ?? "" })}
${select(state, {
  name: "standIn",
  label: w.standIn,
  hint: w.standInHint,
  value: absence?.standIn ?? "",
  placeholder: w.none,
  options: choicesOf(
    frame,
    staff.filter(({ id }) => id !== person.id),
  ),
})}`,
  submit: w.save,
})}
<h2>${w.removal}</h2>
${
  hasAccount(person)
    ? html`<p>${w.removalWaits}</p>`
    : html`<p>${w.removalHint}</p>
${form({ action: link(frame, pathTo("personRemoval", { personId: person.id })), body: version, submit: w.remove, kind: "danger" })}`
}`,
  });
};

/** A unit to change, or without one the form of a new one. */
export const unitView = (
  frame: Frame,
  {
    unit,
    units,
    state,
  }: { readonly unit: Unit | undefined; readonly units: readonly Unit[]; readonly state: FormState },
): Html => {
  const w = frame.words.directory;
  const title = unit?.name ?? w.newUnit;
  const below = unit ? unitAndBelow(units, unit.id) : [];
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("people")), text: w.title },
    body: html`${faultSummary(state)}
<h1>${title}</h1>
${form({
  action: link(frame, unit ? pathTo("unit", { unitId: unit.id }) : pathTo("newUnit")),
  body: html`${unit ? hidden("version", unit.version) : textField(state, { name: "id", label: w.unitId, hint: w.unitIdHint, width: 20 })}
${textField(state, { name: "name", label: w.unitName, value: unit?.name ?? "" })}
${select(state, {
  name: "parent",
  label: w.parent,
  value: unit?.parent ?? "",
  placeholder: w.none,
  options: choicesOf(
    frame,
    units.filter(({ id }) => !below.includes(id)),
  ),
})}`,
  submit: w.save,
})}
${
  unit &&
  html`<h2>${w.unitRemoval}</h2>
<p>${w.unitRemovalHint}</p>
${form({ action: link(frame, pathTo("unitRemoval", { unitId: unit.id })), body: hidden("version", unit.version), submit: w.removeUnit, kind: "danger" })}`
}`,
  });
};
