import { execFileSync } from "node:child_process";
import { createSecretKey } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicHalf } from "../../infra/keys/public-half.ts";
import { verdictOn } from "../../infra/verify/checks.ts";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { readNote, signed, signedNote } from "../../shared/platform/signing.ts";
import { countTestVote, openTestVote, peselOf, type TestVote, vote } from "../kit/city.ts";
import { lyingCountKey } from "../kit/count-key.ts";
import { inTurn } from "../kit/in-turn.ts";
import { type Answer, openPlace, type Place } from "../kit/place.ts";
import { readQr } from "../kit/qr.ts";
import { type StepVisitor, stepVisitor } from "../kit/staff-visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { editionOf, HOUR_MS } from "../workflows/edition.ts";

const VOTERS = 8;
const NOTE = "Posiedzenie komisji nr 7";

let place: Place;
let one: TestVote;
let folder: string;
const receipts: string[] = [];

const as = async (route: string, n: number, body?: object): Promise<Answer> =>
  place.call(`${route.split(" ")[0]} /v1/staff/cycles/${one.cycleId}/${route.split(" ")[1]}`, {
    token: await place.staff("commission", n),
    ...(body && { body }),
  });

const propose = (n: number, voter: number, reason = "not-entitled") =>
  as("POST voids", n, { pesel: peselOf(voter), reason, note: NOTE });

/** What the holders of the link key read offline. */
const opened = (link: string): string =>
  execFileSync(
    process.execPath,
    [
      fileURLToPath(new URL("../../infra/keys.ts", import.meta.url)),
      ...["link", join(folder, "links.private.json"), "--cycle", one.cycleId, "--sealed", link],
    ],
    { encoding: "utf8" },
  ).trim();

const ballotOf = (voter: number): string =>
  (receipts[voter] ?? "").replaceAll("-", "").slice(0, 20).toLowerCase();

beforeAll(async () => {
  place = await openPlace();
  folder = mkdtempSync(join(tmpdir(), "rynek-void-"));
});
afterAll(async () => {
  await place?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const codeOf = ({ status, body }: Answer) => [status, body.code];

describe("a vote that the commission leaves out of the count", () => {
  const { test } = inTurn();
  let id = "";

  beforeAll(async () => {
    one = await openTestVote(place, {
      pools: { L13: { amountZloty: 600, costsZloty: [300, 200] } },
      voters: VOTERS + 1,
    });
    writeFileSync(
      join(folder, "links.private.json"),
      JSON.stringify({ purpose: "links", privateKey: one.linkKey, publicKey: publicHalf(one.linkKey) }),
    );
    const [first = "", second = ""] = one.projects.L13 ?? [];
    for (let n = 0; n < VOTERS; n++) {
      const cast = await vote(place, one.cycleId, n, [
        { pool: "L13", points: { [n < 3 ? first : second]: 3 } },
      ]);
      receipts.push(cast.body.receipt);
    }
  });

  test("is not decided on while the vote is open: nobody learns there who has voted", async () => {
    expect(codeOf(await propose(0, 0))).toEqual([409, "cycle/wrong-phase"]);
    await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
    expect((await editionOf(place, one).seen()).phase).toBe("sealed");
  });

  test("is proposed by one person, for somebody who voted, with a reason of the list", async () => {
    expect(codeOf(await propose(0, VOTERS))).toEqual([422, "void/no-marker"]);
    const unlisted = await propose(0, 0, "because");
    expect([
      unlisted.status,
      unlisted.body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ]).toEqual([422, ["/reason"]]);
    const mistyped = await as("POST voids", 0, { pesel: "90010112345", reason: "not-entitled", note: NOTE });
    expect(mistyped.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/pesel"]);
    const made = await propose(0, 0);
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ state: "proposed", reason: "not-entitled", note: NOTE, link: null });
    id = made.body.id;
    expect((await propose(0, 0)).body).toEqual(made.body);
    expect(codeOf(await propose(1, 0))).toEqual([409, "void/state"]);
  });

  test("is asked about with a trace: who, when and with which reason, whatever the answer; never about whom", async () => {
    const { items } = await place.deps.store.audit.list(one.cycleId);
    const asked = items.filter(({ act, facts }) => act === "postVoid" && facts.answer !== undefined);
    expect(asked.map(({ facts }) => facts)).toEqual([
      { reason: "not-entitled", answer: "void/state" },
      { reason: "not-entitled", answer: "void/no-marker" },
    ]);
    expect(new Set(asked.map(({ by }) => by)).size).toBe(2);
    for (const [prefix, told] of [
      ["", ["powód: osoba nie miała prawa głosu", "odpowiedź: ta osoba nie głosowała"]],
      ["/en", ["answer: this person has not voted", "answer: this person has a case already"]],
    ] as const) {
      const auditor = stepVisitor(place);
      await auditor.signIn("auditor");
      const log = await auditor.go(`GET ${prefix}/urzad/edycje/${one.cycleId}/dziennik`);
      for (const words of told) expect(log.text).toContain(words);
    }
  });

  test("is accepted by another person, and by nobody before the link is shown", async () => {
    expect(codeOf(await as(`POST voids/${id}/acceptance`, 0))).toEqual([403, "identity/same-person"]);
    expect(codeOf(await as(`POST voids/${id}/ballot`, 1, { ballot: ballotOf(0) }))).toEqual([
      409,
      "void/state",
    ]);
    const accepted = await as(`POST voids/${id}/acceptance`, 1);
    expect([accepted.status, accepted.body.state]).toEqual([200, "accepted"]);
    expect((await as(`POST voids/${id}/acceptance`, 1)).body).toEqual(accepted.body);
    expect(opened(accepted.body.link)).toBe(ballotOf(0));
  });

  test("holds the count up until it is decided", async () => {
    const { blockers } = await editionOf(place, one).seen();
    expect(blockers).toContainEqual({ what: "open-voids", count: 1 });
    expect(codeOf(await editionOf(place, one).handOver())).toEqual([409, "cycle/blocked"]);
    expect(await lyingCountKey(one.cycleId, place.deps)).toBeUndefined();
  });

  test("is found by two people, each alone, who must name one ballot that is in the box", async () => {
    const name = (n: number, ballot: string) => as(`POST voids/${id}/ballot`, n, { ballot });
    expect(codeOf(await name(0, "0".repeat(20)))).toEqual([422, "void/no-ballot"]);
    expect((await name(0, "nothing")).status).toBe(422);
    const wrong = await name(0, ballotOf(5));
    expect([wrong.body.state, wrong.body.isNamedByOne, wrong.body.ballot]).toEqual(["accepted", true, null]);
    expect(wrong.text).not.toContain(ballotOf(5));
    expect(codeOf(await name(1, ballotOf(0)))).toEqual([422, "void/names-differ"]);
    // The first has looked again.
    expect((await name(0, ballotOf(0).toUpperCase())).body.state).toBe("accepted");
    const settled = await name(1, ballotOf(0));
    expect(settled.body).toMatchObject({ state: "voided", ballot: ballotOf(0), link: null });
    expect((await name(1, ballotOf(0))).status).toBe(200);
  });

  test("leaves nothing in the database that leads from the decision to the voter", async () => {
    const { store, vault } = place.deps;
    const stored = JSON.stringify(await store.voids.list(one.cycleId as CycleId));
    const hashed = await voterKeysOf(vault, one.cycleId as CycleId);
    const voterKey = hashed.voterKey(hashed.entryId(peselOf(0)));
    const marker = await store.ballots.marker(one.cycleId as CycleId, voterKey);
    expect(marker).toBeDefined();
    expect(stored).not.toContain(voterKey);
    expect(stored).not.toContain(peselOf(0));
    expect(stored).not.toContain(JSON.stringify(marker?.link));
    expect(stored).not.toContain(marker?.keyHash);
    const log = JSON.stringify((await store.audit.list(one.cycleId)).items);
    expect(log).toContain("postVoidAcceptance");
    for (const secret of [voterKey, peselOf(0), NOTE]) expect(log).not.toContain(secret);
  });

  test("can be kept in the count by anybody who doubts, and be proposed again", async () => {
    const kept = (await propose(1, 1, "proven-misuse")).body.id;
    const declined = await as(`POST voids/${kept}/refusal`, 0, { reason: "Brak dowodu" });
    expect(declined.body).toMatchObject({ state: "declined", declined: { why: "Brak dowodu" } });
    expect(codeOf(await as(`POST voids/${kept}/acceptance`, 0))).toEqual([409, "void/state"]);
    expect((await propose(0, 1, "court-order")).body).toMatchObject({ id: kept, state: "proposed" });
    const accepted = await as(`POST voids/${kept}/acceptance`, 1);
    // A ballot that is void already is not named twice.
    expect(codeOf(await as(`POST voids/${kept}/ballot`, 1, { ballot: ballotOf(0) }))).toEqual([
      422,
      "void/voided",
    ]);
    for (const n of [0, 1]) await as(`POST voids/${kept}/ballot`, n, { ballot: opened(accepted.body.link) });
    expect((await as("GET voids", 0)).body.items.map(({ state }: { state: string }) => state)).toEqual([
      "voided",
      "voided",
    ]);
  });

  test("stays in the box and is left out of the count", async () => {
    const { count, blockers } = await countTestVote(place, one);
    expect(count).toMatchObject({ markers: VOTERS, ballots: VOTERS, voided: 2 });
    const signer = stepVisitor(place);
    await signer.signIn("commission", 0);
    const page = await signer.go(`GET /en/urzad/edycje/${one.cycleId}/podpis`);
    expect(page.text).toContain("2 (the person had no right to vote: 1; a court ordered it: 1)");
    expect(blockers).toEqual([{ what: "needs-sign-offs", count: 2 }]);
    const stored = await place.deps.store.counts.get(one.cycleId as CycleId);
    expect(stored).toMatchObject({ counted: VOTERS - 2, differences: [] });
    expect(stored?.voids.map(({ ballot }) => ballot)).toEqual([ballotOf(0), ballotOf(1)].sort());
    expect(codeOf(await propose(0, 4))).toEqual([409, "cycle/wrong-phase"]);
  });

  test("is published by its id and reason, never by its person; the results say how many and why", async () => {
    const edition = editionOf(place, one);
    for (const n of [0, 1]) await edition.sign((await edition.seen()).count.digest, n);
    await place.settle();
    const { body, text } = await edition.results();
    expect(body.voids).toEqual([
      { reason: "not-entitled", ballots: 1 },
      { reason: "court-order", ballots: 1 },
    ]);
    expect([body.counted, body.turnout.voters, body.pools[0].ballots]).toEqual([
      VOTERS - 2,
      VOTERS,
      VOTERS - 2,
    ]);
    // One of the three votes for the first project is left, with its three points.
    expect(body.pools[0].projects.map(({ score }: { score: number }) => score).sort()).toEqual([15, 3]);
    expect(text).not.toContain(NOTE);
    const page = await place.call(`GET /en/wyniki/${one.cycleId}`);
    expect(page.text).toContain("the person had no right to vote: 1; a court ordered it: 1");
    expect(faultsOfPage(page.text)).toEqual([]);
  });

  test("is told to whoever holds its receipt", async () => {
    const state = async (voter: number) =>
      (await place.call(`GET /v1/cycles/${one.cycleId}/receipts/${receipts[voter]}`)).body;
    expect(await state(0)).toMatchObject({ state: "voided", reason: "not-entitled" });
    expect((await state(0)).proof.leaf).toContain(ballotOf(0));
    expect((await state(4)).state).toBe("counted");
    const checked = await place.call("POST /en/sprawdz-glos", {
      form: { receipt: receipts[1] ?? "" },
      headers: { origin: place.url },
    });
    expect(checked.text).toContain("Reason: a court ordered it.");
  });

  test("is checked by whoever verifies the package", async () => {
    const reply = await fetch(`${place.url}/v1/cycles/${one.cycleId}/results/package.zip`);
    const files = () => new Map(Object.entries(unzipSync(new Uint8Array(zip))));
    const zip = await reply.arrayBuffer();
    const said: string[] = [];
    expect(await verdictOn(files(), undefined, (line) => said.push(line))).toMatch(/^CONSISTENT/);
    expect(said).toContain(`ballots: ${VOTERS}, each with its leaf; 2 left out by decision`);
    expect(JSON.parse(new TextDecoder().decode(files().get("voids.json")))).toEqual(
      [
        { ballot: ballotOf(0), reason: "not-entitled" },
        { ballot: ballotOf(1), reason: "court-order" },
      ].sort((a, b) => (a.ballot < b.ballot ? -1 : 1)),
    );
  });

  test("is named in a list that nobody changes afterwards unseen", async () => {
    const reply = await fetch(`${place.url}/v1/cycles/${one.cycleId}/results/package.zip`);
    const files = new Map(Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer()))));
    const voids = JSON.parse(new TextDecoder().decode(files.get("voids.json")));
    const [first, second] = voids;
    const verdict = (list: readonly object[]) => verdictOn(forged(files, list), undefined, () => undefined);
    expect(await verdict(voids)).toMatch(/^CONSISTENT/);
    await expect(verdict([first])).rejects.toThrow("other numbers of void ballots");
    await expect(verdict([second, first])).rejects.toThrow("out of order or there twice");
    await expect(verdict([first, { ...second, ballot: "z".repeat(20) }])).rejects.toThrow(
      "is not in leaves.txt",
    );
    const other = {
      ...first,
      ballot: [0, 1, 4].map(ballotOf).sort()[0] === first.ballot ? ballotOf(4) : first.ballot,
    };
    const swapped = [other, { ...second, ballot: ballotOf(5) }].sort((a, b) =>
      a.ballot < b.ballot ? -1 : 1,
    );
    await expect(verdict(swapped)).rejects.toThrow("the digest that was signed");
  });
});

const FORGER = createSecretKey(Buffer.alloc(32, 1));

/** The package with another list of void ballots, and every hash and signature made anew by a stranger. */
const forged = (files: Map<string, Uint8Array>, voids: readonly object[]): Map<string, Uint8Array> => {
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const note = text("checkpoint.txt");
  const changed = new Map(files)
    .set("voids.json", bytes(voids))
    .set(
      "checkpoint.txt",
      new TextEncoder().encode(signedNote(FORGER, note.split("\n")[0] ?? "", readNote(note).text)),
    );
  const manifest = JSON.parse(text("manifest.json"));
  for (const name of ["voids.json", "checkpoint.txt"])
    manifest.files[name] = sha256Hex(changed.get(name) as Uint8Array);
  const written = bytes(manifest);
  return changed.set("manifest.json", written).set("signature.json", bytes(signed(FORGER, written)));
};

describe("the pages of the commission", () => {
  let second: TestVote;
  let zofia: StepVisitor;
  let andrzej: StepVisitor;
  const base = () => `/en/urzad/edycje/${second.cycleId}/niewazne`;

  const send = (who: StepVisitor, path: string, form: Readonly<Record<string, string>>) =>
    who.go(`POST ${path}`, { form });

  beforeAll(async () => {
    second = await openTestVote(place, {
      pools: { L13: { amountZloty: 600, costsZloty: [300] } },
      voters: 2,
    });
    await vote(place, second.cycleId, 0, [{ pool: "L13", points: { [second.projects.L13?.[0] ?? ""]: 3 } }]);
    await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
    [zofia, andrzej] = [stepVisitor(place), stepVisitor(place)];
    await zofia.signIn("commission", 0);
    await andrzej.signIn("commission", 1);
  });

  test("lead two people from the number to the decision, without showing the number again", async () => {
    const edition = await zofia.go(`GET /en/urzad/edycje/${second.cycleId}`);
    expect(edition.text).toContain(base());
    const wrong = await send(zofia, base(), { pesel: peselOf(0).slice(0, -1), reason: "", note: "" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).not.toContain(peselOf(0).slice(0, -1));
    expect(faultsOfPage(wrong.text)).toEqual([]);
    const proposal = { pesel: peselOf(0), reason: "duplicate-paper", note: NOTE };
    expect((await send(zofia, base(), proposal)).status).toBe(303);
    const list = await andrzej.go(`GET ${base()}`);
    expect(faultsOfPage(list.text)).toEqual([]);
    const [path = ""] = new RegExp(`${base()}/vod_\\w+`).exec(list.text) ?? [];

    expect((await zofia.go(`GET ${path}`)).text).toContain("Another person has to accept it.");
    expect((await send(zofia, path, { act: "accept" })).status).toBe(403);
    expect((await send(andrzej, path, { act: "accept" })).status).toBe(303);
    const shown = await zofia.go(`GET ${path}`);
    expect(faultsOfPage(shown.text)).toEqual([]);
    expect(shown.text).toContain("npm run keys -- link");
    const [, saved = ""] = /href="data:text\/plain,([^"]*)" download="vod_\w+\.txt"/.exec(shown.text) ?? [];
    const carried = decodeURIComponent(saved);
    expect(readQr(shown.text)).toBe(carried.trim());
    const [cycleOfLink, sealed = ""] = carried.trim().split(" ");
    expect([cycleOfLink, shown.text.includes(sealed.match(/.{1,4}/g)?.join(" ") ?? "none")]).toEqual([
      second.cycleId,
      true,
    ]);
    const [ballot = ""] = await (async () => {
      const found: string[] = [];
      await place.deps.store.ballots.ballotsIn({ segment: 0, of: 1 }, second.cycleId as CycleId, (all) => {
        found.push(...all.map(({ pk }) => pk.split("#")[1] ?? ""));
      });
      return found;
    })();
    const bad = await send(zofia, path, { act: "name", ballot: "0".repeat(20) });
    expect([bad.status, bad.text.includes("There is no ballot with this id")]).toEqual([422, true]);
    await send(zofia, path, { act: "name", ballot });
    expect((await zofia.go(`GET ${path}`)).text).toContain("Your id is recorded.");
    await send(andrzej, path, { act: "name", ballot });
    const done = await andrzej.go(`GET ${path}`);
    expect(done.text).toContain("the ballot is void");
    expect(done.text).not.toContain("Close the case");
    expect((await zofia.go(`GET ${base().replace("/en", "")}`)).text).toContain("karta jest nieważna");
  });

  test("of a case that is nowhere say so", async () => {
    expect((await zofia.go(`GET ${base()}/vod_0000000000000000`)).status).toBe(404);
  });
});
