import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moneyBar, shareBar } from "../../shared/pages/components/bars.ts";
import { box, disclosure, panel, tag, titled } from "../../shared/pages/components/boxes.ts";
import { checkbox, checkboxes, radios, select } from "../../shared/pages/components/choices.ts";
import { dateList } from "../../shared/pages/components/dates.ts";
import { faultSummary } from "../../shared/pages/components/fault-summary.ts";
import { button, buttonLink, form, stickyBar } from "../../shared/pages/components/form.ts";
import { formState, hasFaults } from "../../shared/pages/components/form-state.ts";
import { pages } from "../../shared/pages/components/pages.ts";
import { summaryList } from "../../shared/pages/components/summary-list.ts";
import { table } from "../../shared/pages/components/table.ts";
import { textArea, textField } from "../../shared/pages/components/text-field.ts";
import { html } from "../../shared/pages/html.ts";
import { layout } from "../../shared/pages/layout.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage, tagsOf } from "./tags.ts";

const words = wordsOf("pl");
const frame = { city: KATOWICE, words, path: "/zglos" };

/** One page with every component, with a form that came back. */
const everything = (typed: Record<string, unknown>): string => {
  const state = formState(words, {
    typed,
    issues: [
      { pointer: "/email", rule: "email" },
      { pointer: "/split", rule: "choice" },
      { pointer: "/district", rule: "required" },
      { pointer: "/story", rule: "too-long", limit: 500 },
      { pointer: "/statement", rule: "required" },
    ],
    say: { "/district": "Wybierz dzielnicę" },
  });
  const text = String(typed.text ?? "");
  return layout(frame, {
    title: text,
    hasFaults: hasFaults(state),
    back: { href: "/", text: words.frame.back },
    body: [
      faultSummary(state),
      html`<h1>${text}</h1>`,
      form({
        action: "/zglos",
        key: "k".repeat(22),
        body: [
          textField(state, { name: "email", label: text, kind: "email", hint: text }),
          textField(state, {
            name: "cost",
            label: "Koszt",
            kind: "amount",
            unit: "zł",
            width: 11,
            isOptional: true,
          }),
          textArea(state, { name: "story", label: "Opis" }),
          radios(state, {
            name: "split",
            label: text,
            options: [
              { value: "2-1", label: text },
              { value: text, label: "b" },
            ],
          }),
          checkboxes(state, {
            name: "projects",
            label: "Projekty",
            isBoxed: true,
            options: [{ value: text, label: text, hint: html`<a href="/projekty">${text}</a>` }],
          }),
          checkbox(state, { name: "statement", label: text }),
          select(state, {
            name: "district",
            label: "Dzielnica",
            options: [
              ["L1", text],
              [text, "inna"],
            ],
          }),
          button({ text, kind: "danger", name: "act", value: text }),
          stickyBar(text, button({ text: "Dalej" })),
        ],
      }),
      buttonLink({ href: "/glosuj", text }),
      box({ tone: "warn", title: text, body: html`<p>${text}</p>` }),
      tag(text, "good"),
      titled(text, text),
      disclosure(text, text),
      summaryList(words, [{ term: text, value: text, changeHref: "/zglos" }]),
      table(words, {
        caption: text,
        columns: [
          { head: text, isRowHead: true },
          { head: "Koszt", isNumber: true },
        ],
        rows: [[text, 12]],
      }),
      moneyBar(words, { wholeGrosze: 100_00, pieces: [{ name: text, amountGrosze: 60_00 }] }),
      shareBar(3, 10),
      pages(words, { href: "/projekty?q=a", next: text, isLater: true }),
      dateList(words, "2027-09-15T10:00:00.000Z", [
        { name: text, startsAt: "2027-09-10T00:00:00.000Z", endsAt: "2027-09-24T00:00:00.000Z" },
      ]),
    ],
  }).text;
};

describe("a page of every component", () => {
  test("is well formed and labelled, whatever a resident typed", () => {
    const plain = tagsOf(everything({ text: "x" })).length;
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.string(), (text, other) => {
        const page = everything({
          text,
          email: other,
          story: text,
          projects: [text],
          split: text,
          district: other,
        });
        expect(faultsOfPage(page)).toEqual([]);
        expect(tagsOf(page).length).toBe(plain);
      }),
      { numRuns: 200 },
    );
  });

  test("keeps what was typed and what was chosen", () => {
    const page = everything({
      text: "Ławka <b>",
      email: 'a"b',
      projects: ["Ławka <b>"],
      split: "2-1",
      statement: "yes",
      story: "\nw wierszu",
    });
    const inputs = tagsOf(page).filter(({ name }) => name === "input");
    expect(inputs.find(({ attributes }) => attributes.name === "email")?.attributes.value).toBe("a&quot;b");
    expect(
      inputs
        .filter(({ attributes }) => attributes.checked !== undefined)
        .map(({ attributes }) => attributes.name),
    ).toEqual(["split", "projects", "statement"]);
    expect(page).toContain(">\n\nw wierszu</textarea>");
  });
});

describe("a form with faults", () => {
  const state = formState(words, {
    typed: { email: "jan" },
    issues: [
      { pointer: "/email", rule: "email" },
      { pointer: "/email", rule: "too-short", limit: 3 },
    ],
  });

  test("says each fault once, in the summary and beside its field, in the same words", () => {
    const sentence = words.issues.email("");
    const field = textField(state, { name: "email", label: "E-mail", hint: "h" }).text;
    const summary = String((faultSummary(state) || html``).text);
    expect(summary).toContain("Popraw formularz");
    expect(summary.match(/<li>/g)).toHaveLength(1);
    expect(field).toContain(`id="email-fault"`);
    expect(field).toContain(`aria-describedby="email-hint email-fault"`);
    expect(field).toContain(`aria-invalid="true"`);
    expect(field).toContain(sentence);
  });

  test("says in the summary of which field a general sentence speaks, and lets one of the form's own be", () => {
    const came = formState(words, {
      issues: [
        { pointer: "/email", rule: "required" },
        { pointer: "/split", rule: "choice" },
        { pointer: "/consent", rule: "required" },
        { pointer: "/nowhere", rule: "required" },
      ],
      say: { "/consent": "Zaznacz zgodę." },
    });
    const split = { name: "split", label: 'Podział "2 i 1"', options: [{ value: "2-1", label: "2 i 1" }] };
    const fields = [
      textField(came, { name: "email", label: "E-mail", isOptional: true }),
      radios(came, split),
      checkbox(came, { name: "consent", label: "Zgadzam się" }),
    ];
    const page = layout(frame, { title: "Zgłoś", hasFaults: true, body: [faultSummary(came), fields] }).text;
    const { required, choice } = words.issues;
    expect(
      [...page.matchAll(/<li>(<a href="#(?:email|split|consent|nowhere)".*?<\/a>)<\/li>/g)].map(
        ([, line]) => line,
      ),
    ).toEqual([
      `<a href="#email">E-mail: ${required("")}</a>`,
      `<a href="#split">Podział &quot;2 i 1&quot;: ${choice("")}</a>`,
      '<a href="#consent">Zaznacz zgodę.</a>',
      `<a href="#nowhere">${required("")}</a>`,
    ]);
    expect(page).not.toContain(" data-");
  });

  test("is told in the title; without faults there is no summary", () => {
    expect(layout(frame, { title: "Zgłoś", hasFaults: true, body: "" }).text).toContain(
      "<title>Błąd: Zgłoś – ",
    );
    expect(faultSummary(formState(words))).toBe(false);
  });

  test("leads from a field inside a list to that field", () => {
    const nested = formState(words, { issues: [{ pointer: "/lines/0/name", rule: "required" }] });
    expect(textField(nested, { name: "lines/0/name", label: "Nazwa" }).text).toContain('id="lines-0-name"');
    expect((faultSummary(nested) || html``).text).toContain('href="#lines-0-name"');
  });
});

test("a table without rows is a sentence", () => {
  expect(table(words, { caption: "Projekty", columns: [], rows: [] }).text).toBe(
    `<p>${words.frame.table.empty}</p>`,
  );
});

test("the money bar never draws beyond the pool, and says what is left", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1e9 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 1e10 }),
      (costs, whole) => {
        const bar = moneyBar(words, {
          wholeGrosze: whole,
          pieces: costs.map((amountGrosze) => ({ name: "p", amountGrosze })),
        }).text;
        const segments = tagsOf(bar).filter(({ attributes }) => /^[ab]$/.test(attributes.class ?? ""));
        for (const { attributes } of segments)
          expect(Number(attributes.x) + Number(attributes.width)).toBeLessThanOrEqual(1001.1);
        const left = Math.max(0, whole - costs.reduce((a, b) => a + b, 0));
        expect(bar).toContain(words.format.money(left));
      },
    ),
  );
});

test("a list of one page has no way on; a later page leads back to the start", () => {
  expect(pages(words, { href: "/projekty", next: null, isLater: false })).toBe(false);
  expect((pages(words, { href: "/projekty?pool=M", next: "a&b", isLater: false }) || html``).text).toContain(
    "/projekty?pool=M&amp;cursor=a%26b",
  );
});

test("a confirmation names what is done and the number to keep", () => {
  expect(panel({ title: "Głos zapisany", label: "Numer", reference: "BO27-7K3M" }).text).toContain(
    '<p class="reference">BO27-7K3M</p>',
  );
});
