import { afterAll, beforeAll, expect, test } from "vitest";
import type { LetterId } from "../../shared/domain/ids.ts";
import { keys } from "../../shared/store/keys.ts";
import { remove } from "../../shared/store/write.ts";
import { openTestVote, peselOf } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { clerksOf } from "../kit/voting-points.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
let cycleId: string;
let people = 100;
beforeAll(async () => {
  place = await openPlace();
  const pools = { L13: { amountZloty: 1500, costsZloty: [800] } };
  ({ cycleId } = await openTestVote(place, { pools, voters: 1 }));
});
afterAll(() => place?.close());

const addressOf = (n: number) => `rejected-${n}@example.com`;

interface LetterWork {
  readonly id: string;
  readonly kind: string;
  readonly link: string;
}

const workOf = async (role: "clerk" | "editor", n = 0): Promise<LetterWork[]> => {
  const { body } = await place.call("GET /v1/staff/work", { token: await place.staff(role, n) });
  return body.items.filter(({ kind }: LetterWork) => kind === "given-up-letter");
};

/** A rejected statement whose letter the mail treats so: its address, its id, and the letter that was given up. */
const giveUp = async (kind: "reject" | "cut") => {
  const clerks = clerksOf(place, cycleId);
  const n = people++;
  const filed = await clerks.clerk(0, "POST /statements", {
    key: true,
    body: {
      firstName: "Zofia",
      surname: "Przybylska",
      pesel: peselOf(n),
      mothersMaidenName: "Nowak",
      address: "ul. Mariacka 5/7",
      district: "L13",
      email: addressOf(n),
      declarations: [true, true],
    },
  });
  const { statement } = filed.body;
  // That the statement is in is told by a letter of its own.
  await place.told();
  place.mailbox.trouble({ kind, times: 1, to: addressOf(n) });
  const before = (await workOf("clerk")).map(({ id }) => id);
  const decision = { result: "rejected", reason: "Inny adres" };
  await clerks.clerk(1, `POST /statements/${statement}/decision`, { body: decision });
  await place.settle();
  const [work] = (await workOf("clerk")).filter(({ id }) => !before.includes(id));
  return { address: addressOf(n), statement: String(statement), work };
};

const letter = async (id = "", route = "GET", role: "clerk" | "editor" = "clerk", n = 0) => {
  const [method, rest = ""] = route.split(" ");
  const path = `/v1/staff/letters/${id}${rest && `/${rest}`}`;
  return place.call(`${method} ${path}`, { token: await place.staff(role, n) });
};

test("a decision whose letter was refused is on the desk of those whose work it is, without a word of whom it was for", async () => {
  const { address, work, statement } = await giveUp("reject");
  expect(work?.link).toBe(`/urzad/listy/${work?.id}`);
  expect(JSON.stringify(work)).not.toContain(address);
  expect(await workOf("editor")).toEqual([]);
  expect((await letter(work?.id, "GET", "editor")).status).toBe(404);
  const seen = await letter(work?.id);
  expect(seen.body).toMatchObject({
    state: "waiting",
    outcome: "rejected",
    subject: { statementId: statement },
  });
  expect(seen.text).not.toContain(address);
});

test("it is sent again on the page, arrives, and is work no more; a letter that fails again is work again", async () => {
  const { address, work, statement } = await giveUp("cut");
  const clerk = stepVisitor(place);
  const home = await clerk.signIn("clerk");
  expect(home.text).toContain("List nie dotarł: decyzja o oświadczeniu");
  const page = await clerk.go(`GET ${work?.link}`);
  expect(faultsOfPage(page.text)).toEqual([]);
  for (const told of ["poczta nie odpowiedziała", "Wyślij jeszcze raz", statement])
    expect(page.text).toContain(told);
  expect(page.text).not.toContain(address);
  const before = place.letters().filter(({ to }) => to === address).length;
  const known = (await workOf("clerk")).map(({ id }) => id);
  place.mailbox.trouble({ kind: "reject", times: 1, to: address });
  expect((await clerk.go(`POST ${work?.link}`, { form: { act: "send" } })).status).toBe(303);
  await place.settle();
  const waiting = await workOf("clerk");
  expect(waiting.map(({ id }) => id)).not.toContain(work?.id);
  const again = waiting.find(({ id }) => !known.includes(id))?.id;
  expect((await letter(again, "POST sending", "clerk", 1)).body.state).toBe("sent-again");
  await place.settle();
  expect(place.letters().filter(({ to }) => to === address)).toHaveLength(before + 1);
  expect((await workOf("clerk")).map(({ id }) => id)).not.toContain(again);
  const { items } = await place.deps.store.audit.list(cycleId, { limit: 2 });
  expect(items.map(({ act }) => act)).toEqual(["postLetterSending", "postLetterSending"]);
});

test("it is dealt with once, whoever says so first; and is not sent once its text and address are gone", async () => {
  const { work } = await giveUp("reject");
  const { event } = (await place.deps.store.letters.get(work?.id as LetterId)) ?? { event: "" };
  await place.deps.store.table.write([remove({ key: keys.notice(event) })]);
  const late = await letter(work?.id, "POST sending");
  expect([late.status, late.body.code]).toEqual([410, "letter/deleted"]);
  const said = await Promise.all([0, 1].map((n) => letter(work?.id, "POST settlement", "clerk", n)));
  expect(said.map(({ status }) => status).sort()).toEqual([200, 409]);
  const first = said.findIndex(({ status }) => status === 200);
  expect((await letter(work?.id, "POST settlement", "clerk", first)).body.state).toBe("dealt-with");
  expect((await workOf("clerk")).map(({ id }) => id)).not.toContain(work?.id);
});

test("after days without mail all that failed for one cause are sent again at once, and nothing else", async () => {
  const cut = [await giveUp("cut"), await giveUp("cut")];
  const refused = await giveUp("reject");
  const lettersTo = (one: { address: string }) =>
    place.letters().filter(({ to }) => to === one.address).length;
  const before = cut.map(lettersTo);
  const sending = () => letter(cut[0]?.work?.id, "POST sending-alike");
  const [one, other] = await Promise.all([sending(), sending()]);
  const sent = [...one.body.sent, ...other.body.sent];
  expect(sent.sort()).toEqual(cut.map(({ work }) => work?.id).sort());
  expect([one.body.isWhole, other.body.isWhole]).toEqual([true, true]);
  await place.settle();
  expect(cut.map(lettersTo)).toEqual(before.map((count) => count + 1));
  expect((await workOf("clerk")).map(({ id }) => id)).toContain(refused.work?.id);
  expect((await letter(refused.work?.id, "POST sending-alike", "editor")).status).toBe(404);
  const clerk = stepVisitor(place);
  await clerk.signIn("clerk");
  const form = { act: "send-alike" };
  expect((await clerk.go(`POST ${refused.work?.link}`, { form })).status).toBe(303);
  expect((await letter(refused.work?.id)).body.state).toBe("sent-again");
});
