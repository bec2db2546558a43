/** Forms of every schema, and each kind of field by example: one file, as a kind is only understood beside the others. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { wrongForm } from "../../shared/acts/posted.ts";
import { Email, line } from "../../shared/domain/text.ts";
import { Instant, LocalDate } from "../../shared/domain/time.ts";
import { formState } from "../../shared/pages/components/form-state.ts";
import { actForm } from "../../shared/pages/office/acts.ts";
import { readBody } from "../../shared/platform/body.ts";
import { issuesOf } from "../../shared/platform/issues.ts";
import { formOf } from "../../shared/subjects/form-of.ts";
import type { FormWords } from "../../shared/subjects/form-words.ts";
import { httpEvent } from "../kit/event.ts";
import { fieldsOf } from "../kit/visitor.ts";
import { wordsOf } from "../kit/words.ts";
import { badNesting, tagsOf } from "../pages/tags.ts";
import { aForm } from "./made-forms.ts";

const words = wordsOf("pl");
const ACTION = "/urzad/proba";

/** Fields of a form as a browser sends them and the door reads them. */
const sent = (pairs: [string, string][]): Promise<unknown> =>
  readBody(httpEvent({ ask: `POST ${ACTION}`, body: new URLSearchParams(pairs) }), "form", {
    bytes: 100_000,
    fields: 1000,
  });

type Made = typeof aForm extends fc.Arbitrary<infer T> ? T : never;

const formFor = ({ schema, kinds }: Made) => formOf(schema, kinds);

/** The form of a value, laid out on a page. */
const pageOf = (made: Made, value: unknown): string => {
  const form = formFor(made);
  const says = Object.fromEntries(form.names.map((name) => [name, { label: `Pole ${name}` }]));
  const fields = form.fields(formState(words, { typed: form.texts(value) }), says, made.choices);
  return actForm({ action: ACTION, version: 7, fields, submit: "Zapisz" }).text;
};

describe("a form that is made from a schema", () => {
  it("has the fields of the schema, each once and with its label", () =>
    fc.assert(
      fc.property(aForm, (made) => {
        expect(formFor(made).names).toEqual(made.names);
        const page = pageOf(made, made.value);
        expect(badNesting(page)).toBeNull();
        const ids = tagsOf(page).flatMap(({ isEnd, attributes: { id } }) => (isEnd || !id ? [] : [id]));
        for (const name of made.names) {
          expect(ids.filter((id) => id === name)).toHaveLength(1);
          expect(page).toContain(`Pole ${name}`);
        }
      }),
    ));

  it("reads the value back that is written into it", () =>
    fc.assert(
      fc.property(aForm, (made) => {
        const form = formFor(made);
        expect(form.posted.parse(form.texts(made.value))).toEqual({ value: made.value, version: undefined });
      }),
    ));

  it("gives the value back when a browser sends it as it stands", () =>
    fc.assert(
      fc.asyncProperty(aForm, async (made) => {
        const typed = await sent(fieldsOf(pageOf(made, made.value), ACTION));
        expect(formFor(made).posted.parse(typed)).toEqual({ value: made.value, version: 7 });
      }),
    ));

  it("refuses a field that it does not have, and says which", () =>
    fc.assert(
      fc.property(aForm, fc.constantFrom("place", "days", "more", "toString", "name-x"), (made, name) => {
        fc.pre(!made.names.includes(name));
        const form = formFor(made);
        const { error } = form.posted.safeParse({ ...form.texts(made.value), [name]: "x" });
        expect(error ? issuesOf(error).map(({ pointer }) => pointer) : []).toContain(`/${name}`);
      }),
    ));

  it("finds fault with nothing but its fields, whatever is typed into them", () => {
    const anything = fc.oneof(
      fc.constantFrom("", " ", "yes", "1.5", "2027-02-30", "2027-09-23T17:00", "a\r\nb", "x".repeat(500)),
      fc.constantFrom<string[]>(["a", "b"], ["yes", "yes"], ["L1", ""]),
      fc.string(),
    );
    const typings = aForm.chain((made) =>
      fc.tuple(
        fc.constant(made),
        fc.dictionary(fc.constantFrom(...made.names), anything, { noNullPrototype: true }),
      ),
    );
    fc.assert(
      fc.property(typings, ([made, typed]) => {
        const form = formFor(made);
        const all = { ...form.texts(made.value), ...typed };
        const { error } = form.posted.safeParse(all, { reportInput: true });
        const posted = wrongForm(error ? issuesOf(error) : [], all, form.names);
        for (const { field } of formState(words, posted).faults) expect(made.names).toContain(field);
      }),
    );
  });
});

const Event = z.strictObject({
  title: line(200),
  about: line(201),
  seats: z.int(),
  day: LocalDate,
  opensAt: Instant.nullable(),
  mail: Email,
  isOpen: z.boolean(),
  kind: z.enum(["walk", "talk"]),
  tags: z.array(z.enum(["green", "water"])),
  unit: z.string().nullable(),
  rules: z.array(line(100)).min(1).optional(),
  place: z.strictObject({ street: line(100), level: z.int().optional() }).nullable(),
});
const form = formOf(Event, { rules: "lines" });
const says: FormWords<typeof Event> = {
  title: { label: "Tytuł", hint: "Krótki" },
  about: { label: "Opis" },
  seats: { label: "Miejsca" },
  day: { label: "Dzień" },
  opensAt: { label: "Otwarcie" },
  mail: { label: "Adres" },
  isOpen: { label: "Otwarte" },
  kind: { label: "Rodzaj", options: { walk: ["Spacer", "Idziemy razem"], talk: "Rozmowa" } },
  tags: { label: "Tematy", options: { green: "Zieleń", water: "Woda" } },
  unit: { label: "Jednostka", none: "Żadna" },
  rules: { label: "Zasady" },
  "place-street": { label: "Ulica" },
  "place-level": { label: "Piętro" },
};
const WALK = {
  title: "Spacer",
  about: "Po parku",
  seats: "20",
  day: "2027-06-15",
  opensAt: "",
  mail: "jan@example.com",
  kind: "walk",
  unit: "",
  rules: "",
  "place-street": "",
  "place-level": "",
};
const EVENT = {
  title: "Spacer",
  about: "Po parku",
  seats: 20,
  day: "2027-06-15",
  opensAt: null,
  mail: "jan@example.com",
  isOpen: false,
  kind: "walk",
  tags: [],
  unit: null,
  rules: undefined,
  place: null,
};

describe("a field", () => {
  const page = form.fields(formState(words), says, { unit: [["zielen", "Zieleń Miejska"]] }).text;
  const tagAt = (id: string) => tagsOf(page).find(({ attributes }) => attributes.id === id);

  it.each([
    ["title", "input", "text"],
    ["about", "textarea", undefined],
    ["seats", "input", "text"],
    ["day", "input", "date"],
    ["opensAt", "input", "datetime-local"],
    ["mail", "input", "email"],
    ["isOpen", "input", "checkbox"],
    ["kind", "input", "radio"],
    ["tags", "input", "checkbox"],
    ["unit", "select", undefined],
    ["rules", "textarea", undefined],
    ["place-level", "input", "text"],
  ])("is laid out by what its values are: %s", (id, name, type) => {
    expect(tagAt(id)).toMatchObject({ name });
    expect(tagAt(id)?.attributes.type).toBe(type);
  });

  it("says in words what it is, what can be chosen, and that it may be left", () => {
    for (const text of [
      "Tytuł",
      "Krótki",
      "Spacer",
      "Idziemy razem",
      "Rozmowa",
      "Zieleń",
      "Zieleń Miejska",
      "Żadna",
    ])
      expect(page).toContain(text);
    const optional = page.match(/<span class="quiet">/g);
    // Opening, rules and level; a unit says what its absence means.
    expect(optional).toHaveLength(3);
  });

  it("that was left empty is nothing or null where it may be, and has to be filled in where it must", () => {
    expect(form.posted.parse(WALK)).toEqual({ value: EVENT, version: undefined });
    const none = { ...WALK, title: " ", seats: " ", day: "", mail: "", kind: undefined };
    const { error } = form.posted.safeParse(none, { reportInput: true });
    expect(error ? issuesOf(error).map(({ pointer, rule }) => [pointer, rule]) : []).toEqual([
      ["/title", "too-short"],
      ["/seats", "required"],
      ["/day", "required"],
      ["/mail", "required"],
      ["/kind", "choice"],
    ]);
  });

  it("that every browser sends has to be sent, whether or not it may be empty", () => {
    const { unit: _, ...rest } = WALK;
    const { error } = form.posted.safeParse(rest, { reportInput: true });
    expect(error ? issuesOf(error) : []).toEqual([{ pointer: "/unit", rule: "required" }]);
  });

  it.each([
    ["seats", "20,5"],
    ["seats", "dwa"],
    ["seats", "1234567890123"],
    ["isOpen", "no"],
    ["kind", "ride"],
    ["day", "2027-02-30"],
    ["opensAt", "jutro"],
    ["place-level", "parter"],
  ])("refuses what is not a value of it: %s %s", (name, value) => {
    const typed = { ...WALK, "place-street": "Mickiewicza", [name]: value };
    const { error } = form.posted.safeParse(typed, { reportInput: true });
    const { faults } = formState(words, wrongForm(error ? issuesOf(error) : [], typed, form.names));
    expect(faults.map(({ field }) => field)).toEqual([name]);
  });

  it("reads numbers and lists as people write them", () => {
    const typed = { ...WALK, seats: " 007 ", rules: " Cisza \r\n\r\nSpokój", tags: "water", isOpen: "yes" };
    expect(form.posted.parse({ ...typed, key: "a-key-of-the-form" }).value).toMatchObject({
      seats: 7,
      rules: ["Cisza", "Spokój"],
      tags: ["water"],
      isOpen: true,
    });
  });

  it("leads a fault of an object to the first of its fields, and one of no field to the page", () => {
    const issues = ["/place", "/rules/3", "/elsewhere"].map((pointer) => ({
      pointer,
      rule: "format" as const,
    }));
    const { faults } = formState(words, wrongForm(issues, {}, form.names));
    expect(faults.map(({ field }) => field)).toEqual(["place-street", "rules", "main"]);
  });
});

describe("the version over which a form was typed", () => {
  it("comes with it", () => {
    expect(form.posted.parse({ ...WALK, version: "7" })).toEqual({ value: EVENT, version: 7 });
  });

  it.each(["", "x", "undefined", ["1", "2"]])("is no version of anything where it is %j", (version) => {
    const { value, version: read } = form.posted.parse({ ...WALK, version });
    expect(value).toEqual(EVENT);
    expect(read ?? 0).toBe(0);
  });
});

describe("a moment on the city's clocks", () => {
  const at = formOf(z.strictObject({ opensAt: Instant }));

  it.each([
    ["2027-03-28T02:30", "gap"],
    ["2027-10-31T02:00", "overlap"],
    ["31.10.2027 02:59", "overlap"],
    ["31.11.2027 02:59", "moment"],
  ])("is asked for again when they skip it or show it twice: %s", (opensAt, rule) => {
    const { error } = at.posted.safeParse({ opensAt }, { reportInput: true });
    expect(error ? issuesOf(error) : []).toEqual([{ pointer: "/opensAt", rule }]);
  });

  it.each([
    ["2027-03-28T01:59", "2027-03-28T00:59:00.000Z"],
    ["2027-03-28T03:00", "2027-03-28T01:00:00.000Z"],
    ["2027-10-31T01:59", "2027-10-30T23:59:00.000Z"],
    ["2027-10-31T03:00", "2027-10-31T02:00:00.000Z"],
  ])("is read right beside the change: %s", (opensAt, instant) => {
    expect(at.posted.parse({ opensAt }).value).toEqual({ opensAt: instant });
    expect(at.texts({ opensAt: instant })).toEqual({ opensAt });
  });

  it("stays as it was typed where it is no moment", () => {
    expect(at.texts({ opensAt: "jutro" })).toEqual({ opensAt: "jutro" });
  });
});
