import { expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { LANGUAGES, rowOf } from "../../shared/domain/languages.ts";
import { ROLES } from "../../shared/domain/office/roles.ts";
import { menuOf, OFFICE_MENU } from "../../shared/pages/office/menu.ts";
import type { Route } from "../../shared/platform/route.ts";
import { SUBJECTS } from "../../shared/subjects/subjects.ts";
import { pl } from "../../shared/words/pl/index.ts";

const rows = Object.values<Route>(routes);
const officeRows = rows.filter(({ who }) => who.by === "staff-cookie");
const rolesOf = ({ who }: Route): readonly string[] => ("roles" in who ? who.roles : []);

test("the office's menu shows each page to those who may open it, and to nobody else", () => {
  for (const { path, roles } of OFFICE_MENU) {
    const row = officeRows.find(({ key }) => key === `GET ${path}`);
    expect(row && rolesOf(row).toSorted(), path).toEqual(
      (roles === "all" ? [...ROLES] : [...roles]).toSorted(),
    );
  }
});

test("whatever one's role, the menu leads somewhere beyond the home", () => {
  expect(ROLES.filter((role) => menuOf([role]).length < 2)).toEqual([]);
});

test("after every form of the office there is a message that says what was saved and what happens next", () => {
  const forms = officeRows.filter(({ key, done }) => key.startsWith("POST ") && !done);
  expect(Object.keys(pl.flash).toSorted()).toEqual(forms.map(({ name }) => name ?? "").toSorted());
  // A page knows the messages of the catalogue and those of subjects, and no other row's.
  const ofSubjects = new Set(SUBJECTS.flatMap((subject) => Object.keys(subject.rows)));
  expect(officeRows.filter(({ name, done }) => done && !ofSubjects.has(name ?? ""))).toEqual([]);
});

test("what a row says of itself it says in every language that the office reads", () => {
  const languages = LANGUAGES.filter((code) => rowOf(code).office);
  const texts = rows.flatMap(({ name, said, done, title }) =>
    [said, title, done?.saved, done?.next].flatMap((text) =>
      text ? [{ name, codes: Object.keys(text) }] : [],
    ),
  );
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.filter(({ codes }) => !languages.every((code) => codes.includes(code)))).toEqual([]);
});

test("every act that the journal names is a row of the route table, or retention's, or a reading's of the accounts", () => {
  const names = new Set(rows.map(({ name }) => name));
  expect(
    Object.keys(pl.acts).filter((act) => !names.has(act) && !/^(?:DESTROY|ACCOUNT|WORK|DEPLOY) /.test(act)),
  ).toEqual([]);
});
