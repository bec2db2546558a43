import { afterAll, beforeAll, expect, test } from "vitest";
import { childPeselOf, openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { guardianDeclarations } from "../kit/guardian-declarations.ts";
import { itemsIn } from "../kit/items.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type Seen, visitor } from "../kit/visitor.ts";
import { castByApi, codeFor, identityOf, toFirstList } from "../kit/voting-city.ts";
import { expectWhole } from "./whole.ts";

let place: Place;
let vote: TestVote;

const at = (page = ""): string => `/en/glosuj/${vote.cycleId}${page}`;

const row = (pesel: string): string => `${pesel};Nowak-Łoś;L13\n`;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: {
      M: { amountZloty: 3000, costsZloty: [2000, 1500] },
      L13: { amountZloty: 600, costsZloty: [300, 100] },
    },
    voters: 0,
    roll: Array.from({ length: 5 }, (_, n) => row(childPeselOf(n)) + row(peselOf(n))).join(""),
  });
});
afterAll(() => place?.close());

const stepOn = ({ text }: Seen): string => /Step \d of \d/.exec(text)?.[0] ?? "none";
const codeIn = (browser: ReturnType<typeof visitor>) => codeFor(place, browser.cookies.get("code") ?? "");
const child = (n: number) => ({ ...identityOf(0), pesel: childPeselOf(n), email: `child-${n}@example.com` });

test("each page says which step it is, and of how many", async () => {
  const browser = visitor(place);
  const steps: string[] = [];
  const note = (seen: Seen): Seen => {
    steps.push(stepOn(seen));
    return seen;
  };
  const identity = note(await browser.open(at()));
  const asked = note(await browser.send(identity, at(), identityOf(0)));
  const list = note(await browser.send(asked, at("/kod"), { code: await codeIn(browser) }));
  const split = note(await browser.send(list, at("/karta"), { pick: vote.projects.L13 ?? [], act: "next" }));
  const second = note(await browser.send(split, at("/karta"), { split: "2-1", act: "next" }));
  note(await browser.send(second, at("/karta"), { act: "skip" }));
  expect(steps).toEqual(["1", "2", "3", "3", "4", "5"].map((step) => `Step ${step} of 5`));
});

test("a guardian is asked for before the code, on the roll or not, and says so once", async () => {
  const pages: string[] = [];
  for (const n of [0, 77]) {
    const browser = visitor(place);
    const question = await browser.send(await browser.open(at()), at(), {
      ...child(n),
      email: "parent@example.com",
    });
    expect([question.path, stepOn(question)]).toEqual([at("/kod"), "Step 2 of 6"]);
    expectWhole(question, "en");
    expect(question.text).not.toContain('name="code"');
    const unsigned = await browser.send(question, at("/kod"));
    expect([unsigned.status, unsigned.text]).toEqual([422, expect.stringContaining("Without it a child")]);
    const asked = await browser.send(unsigned, at("/kod"), { guardian: "yes" });
    expect([asked.status, asked.path, stepOn(asked)]).toEqual([200, at("/kod"), "Step 3 of 6"]);
    const reloaded = await browser.open(at("/kod"));
    expect(reloaded.text).toBe(asked.text);
    pages.push(question.text, asked.text);
  }
  expect(pages.slice(2)).toEqual(pages.slice(0, 2));
  expect(await guardianDeclarations(place, vote.cycleId)).toEqual([]);
});

test("a code is of no use before the guardian has said so, and lets in after it", async () => {
  const browser = visitor(place);
  await browser.send(await browser.open(at()), at(), child(1));
  const early = await browser.post(at("/kod"), { code: await codeIn(browser) });
  expect([early.path, early.text]).toEqual([at("/kod"), expect.stringContaining("You vote with a guardian")]);
  const asked = await browser.send(early, at("/kod"), { guardian: "yes" });
  const again = await browser.send(asked, at("/kod"), { act: "resend" });
  expect(again.text).not.toContain('name="guardian"');
  const list = await browser.send(again, at("/kod"), { code: await codeIn(browser) });
  expect([list.path, stepOn(list)]).toEqual([at("/lista/L13"), "Step 4 of 6"]);
  expect(await guardianDeclarations(place, vote.cycleId)).toHaveLength(1);
});

test("a new code says so, with its time, and from when another one makes sense; so does the page loaded again", async () => {
  const browser = visitor(place);
  const asked = await browser.send(await browser.open(at()), at(), identityOf(2));
  expect(asked.text).not.toContain("The code before no longer works");
  await place.clock.moveTo((now) => now + 61_000);
  const again = await browser.send(asked, at("/kod"), { act: "resend" });
  expectWhole(again, "en");
  expect(again.text).toMatch(/new code was asked for at \d\d:\d\d\. The code before no longer works/);
  const until = /data-until="([^"]*):00\.000Z"/.exec(again.text)?.[1] ?? "none";
  expect(again.text).toContain(`ask for another one after`);
  expect((await browser.open(at("/kod"))).text).toBe(again.text);
  expect(until).toMatch(/^\d{4}-/);
  await place.clock.moveTo((now) => now + 121_000);
  expect((await browser.open(at("/kod"))).text).not.toMatch(/data-until|ask for another one/);
});

test("no contact is left beside the marker of who enters a code after the vote", async () => {
  const contacts = async () =>
    (await itemsIn(place, "main")).filter(({ contact }) => contact === identityOf(4).email);
  const [project = ""] = vote.projects.L13 ?? [];
  await castByApi(place, vote.cycleId, 4, [{ pool: "L13", points: { [project]: 3 } }]);
  await place.settle();
  await toFirstList(place, visitor(place), vote.cycleId, { n: 4 });
  await place.settle();
  // The session itself, and nothing else.
  expect((await contacts()).map(({ sk }) => sk)).toEqual(["SESSION"]);
});

test("after a child's receipt a guardian goes on with the next one, and types where codes go no more", async () => {
  const browser = visitor(place);
  const email = "parent@example.com";
  const question = await browser.send(await browser.open(at()), at(), { ...child(2), email });
  const asked = await browser.send(question, at("/kod"), { guardian: "yes" });
  const list = await browser.send(asked, at("/kod"), { code: await codeIn(browser) });
  const second = await browser.send(list, at("/karta"), {
    pick: vote.projects.L13?.[0] ?? "",
    act: "next",
  });
  const check = await browser.send(second, at("/karta"), { act: "skip" });
  const receipt = await browser.send(check, at("/glos"));
  expectWhole(receipt, "en");
  expect(receipt.text).toContain(`href="${at("?next=child")}"`);
  const next = await browser.open(at("?next=child"));
  expect([next.text.includes(`value="${email}"`), next.text.includes(childPeselOf(2))]).toEqual([
    true,
    false,
  ]);
  const again = await browser.send(next, at(), { ...child(3), email });
  expect([again.path, again.text.includes("You vote with a guardian")]).toEqual([at("/kod"), true]);

  // Whoever comes next by themselves finds nothing of it, and an adult's receipt offers no child.
  expect((await visitor(place).open(at("?next=child"))).text).not.toContain(email);
  expect((await browser.open(at("?next=child"))).text).not.toContain(email);
});
