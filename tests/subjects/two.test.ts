import { describe, expect, it } from "vitest";
import { allEndpoints } from "../../functions/all.ts";
import { routes } from "../../functions/routes.ts";
import { takesTwoOf } from "../../functions/voting/pending/kinds.ts";
import { type PendingAct, SETTLERS } from "../../shared/domain/office/pending.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { rolesOf } from "../../shared/domain/office/work.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { newKey } from "../kit/place.ts";
import { fieldsOf } from "../kit/visitor.ts";
import { wordsOf } from "../kit/words.ts";
import { faultsOfPage } from "../pages/tags.ts";
import type { Bench } from "./benches.ts";
import { detailOf, filled, formOn, openBenches, personOf } from "./benches-office.ts";

const { go, aBench, alter, proposal, stored, recordsOf, isAsItWas } = openBenches();

const ASKED = {
  kind: "steel",
  isPainted: true,
  isLit: false,
  checkedOn: "2027-04-30",
  opensAt: "2027-05-04T08:00:00.000Z",
  mottoes: ["Usiądź", "Dla Ewy"],
  tree: "t1",
} as const;

const aClosed = (change: Partial<Bench> = {}) => aBench({ state: "closed", ...change });
const propose = (bench: Bench, role: Role = "editor", body: object = ASKED) =>
  go("postRestoring", bench.id, { role, body });
const proposed = async (bench: Bench): Promise<string> => {
  const left = await propose(bench);
  expect(left.status).toBe(202);
  return (left.json() as { pendingId: string }).pendingId;
};
const say = (how: string, id: string, role: Role = "coordinator", more: object = {}) =>
  go("postWord", id, { role, body: { how, ...more } });
const codeOf = (answer: Awaited<ReturnType<typeof go>>) => [
  answer.status,
  (answer.json() as { code?: string }).code,
];
// All of it happens at one moment, so that the records have no order.
const saidOf = async (id: string) => (await recordsOf(id)).map(({ said }) => said?.pl).toSorted();
const recordOf = async (id: string, text: string) =>
  (await recordsOf(id)).find(({ said }) => said?.pl === text);
const RESTORED = "Przywrócono ławkę.";
const PROPOSED = "Propozycja dla drugiej osoby: „Przywrócenie”.";

describe("a declared act that takes two", () => {
  it("leaves by its form what it leaves by the API: what was asked, and nothing done", async () => {
    const [one, other] = [await aClosed(), await aClosed()];
    const byApi = await propose(one);
    expect(byApi.json()).toEqual({ pendingId: expect.stringMatching(/^pnd_/), until: expect.any(String) });
    const action = `/urzad/lawki/${other.id}/przywrocenie`;
    const page = await go("getOfficeBench", other.id);
    expect(page.text).toContain(`<p>Z czego będzie. ${wordsOf("pl").pending.ofSubject.takesTwo}</p>`);
    const typed = {
      kind: "steel",
      isPainted: "yes",
      checkedOn: "2027-04-30",
      opensAt: "2027-05-04T10:00",
      mottoes: "Usiądź\r\nDla Ewy",
      tree: "t1",
    };
    const byForm = await go("postOfficeRestoring", other.id, { fields: filled(page, action, typed) });
    expect([byForm.status, byForm.headers.location]).toEqual([303, `/urzad/lawki/${other.id}`]);
    const waiting = await go("getOfficeBench", other.id);
    const [, id = ""] = /href="\/urzad\/sprawy\/([^"]+)"/.exec(waiting.text) ?? [];
    const [first, second] = await Promise.all([
      proposal((byApi.json() as { pendingId: string }).pendingId),
      proposal(id),
    ]);
    expect(first?.proposal).toMatchObject({ asked: ASKED, version: 4, params: { benchId: one.id } });
    expect(second?.proposal).toEqual({
      ...first?.proposal,
      params: { benchId: other.id },
      journal: other.id,
      path: `/urzad/lawki/${other.id}`,
    });
    const told = first?.kind === "of-subject" ? first.proposal.told : [];
    expect(told.map(({ term, value }) => [term.pl, value.pl])).toEqual([
      ["Rodzaj", "Ze stali"],
      ["Malowana", "tak"],
      ["Oświetlona", "nie"],
      ["Od kiedy", wordsOf("pl").format.moment("2027-05-04T08:00:00.000Z")],
      ["Dzień przeglądu", wordsOf("pl").format.date("2027-04-30")],
      ["Napisy", "Usiądź\nDla Ewy"],
      ["Drzewo obok", "Lipa"],
    ]);
    for (const bench of [one, other]) {
      expect(await stored(bench.id)).toEqual(bench);
      const records = await recordsOf(bench.id);
      expect(records).toMatchObject([{ act: "postRestoring", said: { pl: PROPOSED }, facts: {} }]);
    }
  });

  it("shows on the thing's page that it waits, in the place of its form", async () => {
    const bench = await aClosed();
    const id = await proposed(bench);
    const page = await go("getOfficeBench", bench.id);
    expect(faultsOfPage(page.text)).toEqual([]);
    expect(page.text).toContain(`<p>Proponuje ${personOf("editor").name}. Druga osoba może to przyjąć do: `);
    expect(page.text).toContain(`href="/urzad/sprawy/${id}"`);
    expect(formOn(page, `/urzad/lawki/${bench.id}/przywrocenie`)).toBeUndefined();
  });

  it("is done when another person accepts it, as it was asked, and recorded once", async () => {
    const bench = await aClosed();
    const id = await proposed(bench);
    expect(codeOf(await say("accept", id, "editor"))).toEqual([403, "identity/same-person"]);
    expect((await say("accept", id)).json()).toEqual({ state: "accepted" });
    expect(await stored(bench.id)).toEqual({ ...bench, state: "draft", kind: "steel", version: 5 });
    expect(await recordOf(bench.id, RESTORED)).toMatchObject({
      act: "postRestoring",
      by: personOf("coordinator").id,
      facts: { kind: "steel", proposedBy: personOf("editor").name },
    });
    expect(await saidOf(bench.id)).toEqual([PROPOSED, RESTORED]);
    expect((await say("accept", id)).json()).toEqual({ state: "accepted" });
    expect(await saidOf(bench.id)).toHaveLength(2);
  });

  it.each([
    ["refuse", "coordinator", "refused", "Odrzucono propozycję: „Przywrócenie”."],
    ["withdraw", "editor", "withdrawn", "Wycofano propozycję: „Przywrócenie”."],
  ] as const)("does nothing after %s, and can be proposed anew", async (how, role, state, said) => {
    const bench = await aClosed();
    const id = await proposed(bench);
    const reason = how === "refuse" ? { reason: "Za wcześnie" } : {};
    expect((await say(how, id, role, reason)).json()).toEqual({ state });
    expect(await stored(bench.id)).toEqual(bench);
    expect(await recordOf(bench.id, said)).toMatchObject({ act: "postRestoring", ...reason });
    expect(await proposed(bench)).not.toBe(id);
  });
});

describe("while one waits", () => {
  it("the same again from the same person is the one that is there", async () => {
    const bench = await aClosed();
    const id = await proposed(bench);
    expect(await proposed(bench)).toBe(id);
    expect(await saidOf(bench.id)).toEqual([PROPOSED]);
  });

  it.each([
    ["another person", "coordinator", ASKED],
    ["the same person, who asks for something else", "editor", { ...ASKED, kind: "wood" }],
  ] as const)("there is no other, by %s", async (_, role, body) => {
    const bench = await aClosed();
    const id = await proposed(bench);
    const again = await propose(bench, role, body);
    expect(codeOf(again)).toEqual([409, "pending/waits"]);
    expect(detailOf(again)).toContain(`Proponuje ${personOf("editor").name}.`);
    expect((await proposal(id))?.state).toBe("proposed");
  });

  it("a form that was open before comes back with it, and with what was typed", async () => {
    const bench = await aClosed();
    const action = `/urzad/lawki/${bench.id}/przywrocenie`;
    const fields = filled(await go("getOfficeBench", bench.id), action, {
      kind: "wood",
      checkedOn: "2027-04-30",
    });
    await proposed(bench);
    const page = await go("postOfficeRestoring", bench.id, { fields });
    expect([page.status, faultsOfPage(page.text)]).toEqual([409, []]);
    expect(page.text).toContain("Druga osoba może to przyjąć do: ");
    expect(fieldsOf(page.text, action)).toContainEqual(["checkedOn", "2027-04-30"]);
    const wrong = filled(page, action, { checkedOn: "" });
    const again = await go("postOfficeRestoring", bench.id, { fields: wrong });
    expect([again.status, faultsOfPage(again.text)]).toEqual([422, []]);
  });

  it("two people who propose at once leave one", async () => {
    const bench = await aClosed();
    const both = await Promise.all([propose(bench, "editor"), propose(bench, "coordinator")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([202, 409]);
    expect(await saidOf(bench.id)).toEqual([PROPOSED]);
  });

  it("a request that is repeated under its key finds it, also once it was accepted; another under that key is refused", async () => {
    const bench = await aClosed();
    const key = newKey();
    const send = (body: object = ASKED) => go("postRestoring", bench.id, { body, key });
    const [first, twin] = await Promise.all([send(), send()]);
    expect([first.status, twin.json()]).toEqual([202, first.json()]);
    const { pendingId } = first.json() as { pendingId: string };
    await say("accept", pendingId);
    expect((await send()).json()).toEqual(first.json());
    await alter({ ...bench, version: 6 });
    expect(codeOf(await send({ ...ASKED, kind: "wood" }))).toEqual([422, "request/key-reused"]);
  });

  it("many things can wait to be made on one list, each its own", async () => {
    const give = async (giver: string) => {
      const left = await go("postGift", "", { body: { giver }, key: newKey() });
      expect(left.status).toBe(202);
      return (left.json() as { pendingId: string }).pendingId;
    };
    const [one, other] = [await give("Jan"), await give("Jan")];
    expect(one).not.toBe(other);
    for (const id of [one, other]) expect((await say("accept", id)).json()).toEqual({ state: "accepted" });
    const page = await go("getOfficeBenches");
    const fields = filled(page, "/urzad/lawki/dary", { giver: "Ewa" });
    const byForm = await go("postOfficeGift", "", { fields });
    expect([byForm.status, byForm.headers.location]).toEqual([303, "/urzad/lawki"]);
  });
});

describe("what a second person accepts", () => {
  it("is done once, whoever accepts it at the same moment", async () => {
    const bench = await aClosed();
    const id = await proposed(bench);
    const said = await Promise.all(
      (["coordinator", "admin", "coordinator", "admin"] as const).map((role) => say("accept", id, role)),
    );
    const winner = (await proposal(id))?.settled?.by;
    const roles = ["coordinator", "admin", "coordinator", "admin"] as const;
    for (const [n, role] of roles.entries())
      expect(said[n]?.status).toBe(personOf(role).id === winner ? 200 : 409);
    expect(await stored(bench.id)).toMatchObject({ state: "draft", version: 5 });
    expect(await saidOf(bench.id)).toEqual([PROPOSED, RESTORED]);
  });

  it("is done or turned down, not both", async () => {
    const bench = await aClosed();
    const id = await proposed(bench);
    const words = await Promise.all([
      say("accept", id),
      say("refuse", id, "admin", { reason: "Nie" }),
      say("withdraw", id, "editor"),
    ]);
    expect(words.filter(({ status }) => status === 200)).toHaveLength(1);
    const isDone = (await proposal(id))?.state === "accepted";
    expect((await stored(bench.id))?.version).toBe(isDone ? 5 : 4);
  });

  it("is the thing as it was: one that has changed since is refused, and the proposal is closed", async () => {
    const bench = await aClosed();
    const id = await proposed(bench);
    const changed = { ...bench, name: "Inna", version: 5 };
    await alter(changed);
    const refused = await say("accept", id);
    expect(codeOf(refused)).toEqual([409, "pending/settled"]);
    expect(detailOf(refused)).toBe("Stan propozycji: nieaktualna, bo zmieniło się to, czego dotyczy.");
    expect((await proposal(id))?.state).toBe("overtaken");
    expect(await stored(bench.id)).toEqual(changed);
    expect(codeOf(await say("refuse", id, "coordinator", { reason: "Nie" }))).toEqual([
      409,
      "pending/settled",
    ]);
    expect(await proposed(changed)).not.toBe(id);
  });

  it("gives way to a new proposal for the thing as it is now, before anybody has looked", async () => {
    const bench = await aClosed();
    const id = await proposed(bench);
    await alter({ ...bench, version: 5 });
    const page = await go("getOfficeBench", bench.id);
    expect(formOn(page, `/urzad/lawki/${bench.id}/przywrocenie`)).toBeDefined();
    const next = await proposed(bench);
    expect([(await proposal(id))?.state, (await proposal(next))?.state]).toEqual(["replaced", "proposed"]);
  });

  it("is closed when the thing is gone", async () => {
    const bench = await aClosed();
    const id = await proposed(bench);
    expect((await go("deleteBench", bench.id, { role: "admin", version: 4 })).status).toBe(204);
    expect(codeOf(await say("accept", id))).toEqual([409, "pending/settled"]);
    expect((await proposal(id))?.state).toBe("overtaken");
  });

  it("waits while something stands in its way that did not when it was proposed", async () => {
    const bench = await aClosed();
    const id = await proposed(bench);
    await alter({ ...bench, isTaken: true });
    expect(codeOf(await say("accept", id))).toEqual([409, "person/has-account"]);
    await alter({ ...bench, by: personOf("coordinator").id });
    expect(codeOf(await say("accept", id))).toEqual([403, "identity/same-person"]);
    expect((await proposal(id))?.state).toBe("proposed");
    await alter(bench);
    expect((await say("accept", id)).json()).toEqual({ state: "accepted" });
  });

  it("was possible when it was proposed: what stands in its way then leaves nothing", async () => {
    for (const bench of [
      await aClosed({ isTaken: true }),
      await aBench(),
      await aClosed({ by: personOf("editor").id }),
    ]) {
      expect((await propose(bench)).status).toBeGreaterThanOrEqual(403);
      await isAsItWas(bench);
    }
    const bench = await aClosed();
    expect((await propose(bench, "editor", { ...ASKED, kind: "stone" })).status).toBe(422);
    await isAsItWas(bench);
  });
});

describe("acts of the house that take two", async () => {
  const declared = (await allEndpoints()).filter((one) => "two" in one);

  it("are some, and each is found by its name where second words are said", async () => {
    expect(declared.map(({ route }) => route.name)).toContain("postSurveyResults");
    const deps = { site: { city: { languages: ["pl"] } } } as unknown as Deps;
    for (const { route } of declared) {
      const proposal = { act: route.name, title: { pl: "Tytuł" } };
      const { names } = await takesTwoOf({ kind: "of-subject", proposal } as unknown as PendingAct, deps);
      expect(names.accept).toMatchObject({ name: route.name });
    }
  });

  it("are accepted by nobody whom the doors of second words keep out", () => {
    for (const settlers of SETTLERS)
      for (const row of ["postPendingAcceptance", "postPendingRefusal", "postOfficePending"] as const)
        expect(routes[row].who.roles).toEqual(expect.arrayContaining([...rolesOf(settlers)]));
  });
});
