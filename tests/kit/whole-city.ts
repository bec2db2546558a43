import type { Route } from "../../functions/routes.ts";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import { ROLES, type Role } from "../../shared/domain/office/roles.ts";
import {
  countTestVote,
  openTestVote,
  peselOf,
  rollOf,
  type Sections,
  signAndPublish,
  type TestVote,
} from "./city.ts";
import { aDayOfVisits, ask, KINDS, openMatter } from "./matters.ts";
import { minutesOnTheirWay, publishedMinutes } from "./minutes.ts";
import { openModerated } from "./moderated.ts";
import { asEditor } from "./office.ts";
import { keyPaper } from "./papers.ts";
import type { Place } from "./place.ts";
import { ASKS_FOR_NONE, beginDraft, decideStage, fillCard, openCall, propose } from "./proposals.ts";
import { openRemarked } from "./remarks.ts";
import { proposeRoll } from "./roll.ts";
import { staffVisitor } from "./staff-visitor.ts";
import { aSurvey, FULL, openSurvey } from "./surveys.ts";
import { addPhoto, sendFile } from "./uploads.ts";
import { visitor } from "./visitor.ts";
import { castByApi, toFirstList } from "./voting-city.ts";
import { clerksOf, openVoteWithPoints } from "./voting-points.ts";
import { letterLeads, type Walker } from "./walk.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Two lists; of two projects that cost the same the citywide one has money for one. */
const POOLS = {
  M: { amountZloty: 3000, costsZloty: [1600, 1600] },
  L13: { amountZloty: 600, costsZloty: [300, 200] },
};

/** A handful of voters is enough for a project to be carried out. */
const RULES = { thresholds: { citywide: null, district: null } };

const all = (projects: TestVote["projects"], choice = 0): Sections =>
  Object.entries(projects).map(([pool, ids]) => ({ pool, points: { [ids[choice] ?? ""]: 3 } }));

/** What must go well before a page can be looked at. */
const made = <T extends { readonly status: number; readonly text: string }>(answer: T): T => {
  if (answer.status >= 300) throw new Error(answer.text);
  return answer;
};

/** A consultation that is on with two meetings, one of them full, and one that is a draft yet. */
const openConsultation = async (place: Place): Promise<void> => {
  const token = await place.staff("editor");
  const at = (ms: number): string => new Date(place.clock.now() + ms).toISOString();
  const post = async (path: string, body: object = {}) =>
    made(await place.call(`POST ${path}`, { token, key: true, body }));
  const subject = { title: "Dolina rzeki", decided: "Gdzie staną ławki.", fixed: "Granice terenu." };
  const ids: string[] = [];
  for (const title of ["Dolina rzeki", "Cisza nocna na placu"]) {
    const { body } = await post("/v1/staff/consultations", {
      kind: "dialogue",
      subject: { ...subject, title },
      territory: ["L13"],
      forms: ["online", "meeting"],
      startsAt: at(HOUR_MS),
      endsAt: at(20 * DAY_MS),
    });
    ids.push(body.id);
    await post(`/v1/staff/consultations/${body.id}/documents`, { title: "Plan", text: "Ławki.\n\nDrzewa." });
  }
  for (const [capacity, days] of [
    [1, 4],
    [40, 6],
  ] as const) {
    const { body: meeting } = await post("/v1/staff/meetings", {
      consultationId: ids[0],
      title: "Spacer po dolinie",
      startsAt: at(days * DAY_MS),
      endsAt: at(days * DAY_MS + HOUR_MS),
      place: { name: "Dom kultury", address: "ul. Markiefki 44a, 40-000 Katowice" },
      accessibility: "Wejście bez schodów",
      items: [{ at: "17:05", title: "Trasa", speaker: "Anna Nowak" }],
      capacity,
    });
    if (capacity === 1) await post(`/v1/staff/consultations/${ids[0]}/publication`);
    for (const name of ["Olga", "Leon"])
      await post(`/v1/staff/meetings/${meeting.id}/signups`, {
        name,
        email: `${name}@example.com`,
        seats: 1,
        helps: ["loop"],
      });
    await post(`/v1/meetings/${meeting.id}/signups`, { name: "Iza", email: "iza@example.com", seats: 1 });
  }
};

/** A sheet of staff that waits for a second admin: somebody new, somebody with another role, and somebody who goes. */
const bringStaff = async (place: Place): Promise<void> => {
  const rows = DEMO_STAFF.filter(({ username }) => username !== "stefan.zuraw").map(
    ({ mail, name, roles, username }) =>
      `${mail};${name};${username === "jan.kos" ? "editor, moderator" : roles}`,
  );
  const body = ["e-mail;name;roles", ...rows, "iwona.nowa@urzad.example;Iwona Nowa;clerk"].join("\n");
  made(await place.call("POST /v1/staff/people/sheets", { token: await place.staff("admin"), body }));
};

/** A survey that anybody may answer, one whose link somebody asked for, and a draft. */
const askResidents = async (place: Place): Promise<void> => {
  const anybody = await openSurvey(place);
  for (let n = 0; n < 6; n++)
    made(
      await place.call(`POST /v1/surveys/${anybody.id}/answers`, {
        key: true,
        body: { revision: 1, answers: FULL },
      }),
    );
  const { id } = await openSurvey(place, { access: "address" });
  made(
    await place.call(`POST /v1/surveys/${id}/links`, { key: true, body: { email: "halina@example.com" } }),
  );
  made(await asEditor(place, "POST /v1/staff/surveys", aSurvey(place)));
};

/** Matters in every state: one that waits for its mailbox, one with each term, one that was answered, and one to be told. */
const bringMatters = async (place: Place): Promise<void> => {
  for (const kind of KINDS) await openMatter(place, kind, { contact: `${kind}@example.com` });
  const token = await place.staff("clerk");
  const answer = { outcome: "refused", text: "Nie mamy takiej umowy." };
  const { id } = await openMatter(place, "public-information", { contact: "olga@example.com" });
  made(await place.call(`POST /v1/staff/matters/${id}/answer`, { token, body: answer }));
  const called = await openMatter(place, "question", { contact: "600100200" });
  made(await place.call(`POST /v1/staff/matters/${called.id}/answer`, { token, body: answer }));
  const own = await openMatter(place, "personal-data", { contact: "iza@example.com" });
  made(await place.call(`POST /v1/staff/matters/${own.id}/collection`, { token }));
  made(await place.call(`POST /v1/staff/matters/${own.id}/release`, { token, body: answer }));
  await ask(place, "question", { contact: "leon@example.com" });
  made(await place.call("POST /v1/staff/visits", { token, key: true, body: aDayOfVisits(place) }));
};

/** A vote in which the n-th voter chose this project of each list. */
const voteWith = async (place: Place, choices: readonly number[]): Promise<TestVote> => {
  const vote = await openTestVote(place, { pools: POOLS, voters: 6, rules: RULES });
  await place.clock.moveTo((now) => now + 2000);
  for (const [n, choice] of choices.entries())
    made(await castByApi(place, vote.cycleId, n, all(vote.projects, choice)));
  return vote;
};

/** What residents, clerks and coordinators begin in an open vote; the receipt of a ballot. */
const useVote = async (place: Place, { cycleId, projects }: TestVote): Promise<string> => {
  await place.clock.moveTo((now) => now + 2000);
  const sections = all(projects);
  const clerks = clerksOf(place, cycleId);
  const batch = await clerks.register(2);
  made(await clerks.key(0, batch, 1, { pesel: peselOf(5), sections }));
  const helped = made(await clerks.identify(6));
  made(await clerks.cast(helped.body.token, sections));
  const statement = {
    firstName: "Zofia",
    surname: "Przybylska",
    pesel: peselOf(30),
    mothersMaidenName: "Nowak-Łoś",
    address: "ul. Mariacka 5/7",
    district: "L13",
    email: "zofia@example.com",
    declarations: [true, true],
  };
  made(await place.call(`POST /v1/cycles/${cycleId}/statements`, { key: true, body: statement }));
  // A decision that the mail does not bring: the letter is given up, and is work.
  const unreached = { ...statement, pesel: peselOf(31), email: "unreached@example.com" };
  const { body } = made(await clerks.clerk(0, "POST /statements", { key: true, body: unreached }));
  // That the statement is in reaches them; the decision does not.
  await place.settle();
  place.mailbox.trouble({ kind: "reject", times: 1, to: unreached.email });
  const decision = { result: "rejected", reason: "Inny adres" };
  made(await clerks.clerk(1, `POST /statements/${body.statement}/decision`, { body: decision }));
  const token = await place.staff("coordinator");
  const endsAt = new Date(place.clock.now() + 5 * HOUR_MS).toISOString();
  const reason = "Awaria poczty";
  const staff = `POST /v1/staff/cycles/${cycleId}`;
  made(await place.call(`${staff}/extension`, { token, body: { endsAt, reason } }));
  made(await place.call(`${staff}/transitions`, { token, body: { to: "sealed", reason } }));
  return made(await castByApi(place, cycleId, 1, sections)).body.receipt;
};

/** Cards of a batch in tables: one that was read and has a fault, and one that is looked at first. */
const tablesOfCards = async (place: Place, { cycleId }: TestVote): Promise<string> => {
  const { register, clerk } = clerksOf(place, cycleId);
  const batch = await register(2);
  const send = (row: string) => {
    const bytes = Buffer.from(`Nr karty;PESEL;Projekty;Powód\n${row}\n`);
    return sendFile(place, { purpose: "paper-batch", name: "karty.csv", role: "clerk", bytes });
  };
  const [faulty, looked] = [await send("1;;;zgubiona"), await send(`2;${peselOf(7)};;pusta`)];
  const body = { upload: faulty.id };
  made(await clerk(0, `POST /paper-batches/${batch}/files`, { body }));
  return `/urzad/partie/${cycleId}/${batch}/plik/${looked.id}`;
};

/** A call for proposals with two of them, somebody who begins a third, and somebody who supports the first. */
const openProposals = async (
  place: Place,
): Promise<{ readonly supporters: string; readonly entry: string }> => {
  const call = await openCall(place);
  const { id } = await propose(place, call);
  await propose(place, call, { author: { name: "Ewa", email: "ewa@example.com", isNamePublic: false } });
  const support = { name: "Ala", address: "ul. Mariacka 5/7", email: "ala@example.com" };
  made(await place.call(`POST /v1/cycles/${call}/proposals/${id}/supports`, { key: true, body: support }));
  made(
    await place.call(`POST /v1/staff/cycles/${call}/projects/${id}/supporters`, {
      ...{ token: await place.staff("clerk"), key: true },
      body: { name: "Jan Nowak", address: "ul. Mariacka 5/7", sheet: "1", row: 1 },
    }),
  );
  await keyPaper(place, call);
  const draft = await beginDraft(place, call, "jan@example.com");
  await addPhoto(place, call, draft);
  return { supporters: `/urzad/poparcie/${call}/${id}/lista?why=check`, entry: `/urzad/rejestr/${call}/1` };
};

/** An edition whose proposals are judged: one waits for its author, another one for the office, and a third can be appealed for. */
const judgeProposals = async (place: Place): Promise<void> => {
  const cycleId = await openCall(place, ASKS_FOR_NONE);
  const emails = ["roza@example.com", "olaf@example.com", "teresa@example.com"];
  const ids: string[] = [];
  for (const email of emails)
    ids.push((await propose(place, cycleId, { author: { name: "Róża", email, isNamePublic: true } })).id);
  const move = async (to: string): Promise<void> => {
    const body = { to, reason: "Dalej" };
    const token = await place.staff("coordinator");
    made(await place.call(`POST /v1/staff/cycles/${cycleId}/transitions`, { token, body }));
    await place.settle();
  };
  await move("formal-review");
  await decideStage(
    place,
    cycleId,
    Object.fromEntries(ids.map((id, n) => [id, n < 2 ? "accepted" : "rejected"] as const)),
  );
  await move("merit-review");
  made(await fillCard(place, [cycleId, ids[0] ?? ""], "to-correct", { stage: "merit" }));
  const path = `/v1/staff/cycles/${cycleId}/projects/${ids[1]}/opinions`;
  const units = ["zielen", "inwestycje", "dialog"];
  made(
    await place.call(`POST ${path}`, {
      token: await place.staff("coordinator"),
      body: { units, note: "Czyj jest teren?" },
    }),
  );
  made(
    await place.call(`POST ${path}/zielen`, {
      token: await place.staff("unit", 1),
      body: {
        criteria: [{ id: "land", verdict: "to-correct", note: "Brak zgody zarządcy" }],
        costLines: [{ name: "Ławki", costGrosze: 2_000_000 }],
        verdict: "conditional",
        reasons: "Potrzebna zgoda zarządcy drogi",
      },
    }),
  );
};

/** An edition that nothing is known of yet but its money and its dates. */
const draftEdition = async (place: Place): Promise<string> => {
  const at = (days: number): string => new Date(place.clock.now() + days * DAY_MS).toISOString();
  const { body } = made(
    await place.call("POST /v1/staff/cycles", {
      token: await place.staff("coordinator"),
      key: true,
      body: {
        name: "Budżet Obywatelski",
        ruleSet: "katowice-xii",
        calendar: [{ name: "voting", startsAt: at(30), endsAt: at(44) }],
        pools: [{ id: "L13", amountGrosze: 60_000_000 }],
      },
    }),
  );
  // A roll that waits for a second person, with a cell that was mended.
  made(await proposeRoll(place, body.id, `${peselOf(0)};Nowak;l-13\n${peselOf(1)};N/N;L13\n`));
  return body.id;
};

/**
 * A city with an edition in nearly every state: published, counted, closed, in its vote, in its call for proposals, and in the making; with
 * what residents and the office have begun in them, and a consultation with its meetings.
 */
export const openWholeCity = async (place: Place) => {
  await publishedMinutes(place);
  const published = await voteWith(place, [0, 0, 1]);
  const { count } = await countTestVote(place, published);
  await signAndPublish(place, published.cycleId, count.digest);

  const counted = await voteWith(place, [0, 1]);
  await countTestVote(place, counted);

  const closed = await voteWith(place, [0]);
  await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
  made(
    await place.call(`POST /v1/staff/cycles/${closed.cycleId}/voids`, {
      token: await place.staff("commission"),
      body: { pesel: peselOf(0), reason: "not-entitled", note: "Posiedzenie komisji nr 7" },
    }),
  );

  const voting = await openVoteWithPoints(place);
  const cards = await tablesOfCards(place, voting);
  const receipt = await useVote(place, voting);
  const { supporters, entry } = await openProposals(place);
  await judgeProposals(place);
  const draft = await draftEdition(place);
  await openConsultation(place);
  await minutesOnTheirWay(place);
  await openRemarked(place);
  const bar = await openModerated(place);
  await askResidents(place);
  await bringStaff(place);
  await bringMatters(place);
  const bytes = Buffer.from("%PDF-1.7\n%%EOF");
  const scan = {
    purpose: "paper-scan",
    name: "karta.pdf",
    type: "application/pdf",
    bytes,
    role: "clerk",
  } as const;
  const { id: file } = await sendFile(place, scan);
  const roll = await sendFile(place, { purpose: "roll", name: "spis.csv", bytes: Buffer.from(rollOf(5)) });
  await place.settle();
  /** Pages to which no other leads. */
  const typed: Readonly<Partial<Record<Role, readonly string[]>>> = {
    clerk: [`/urzad/pliki/${file}`, cards, entry],
    coordinator: [`/urzad/edycje/${draft}/spis/${roll.id}`, bar],
    verifier: [supporters],
  };
  return { voting, receipt, typed };
};

export type WholeCity = Awaited<ReturnType<typeof openWholeCity>>;

const cookieOf = ({ cookies }: { readonly cookies: ReadonlyMap<string, string> }): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

/** Somebody of every kind: nobody in particular, voters on their way and with a receipt, and one person of each role. */
export const everyWalker = async (place: Place, { voting, receipt, typed }: WholeCity): Promise<Walker[]> => {
  const vote = `/glosuj/${voting.cycleId}`;
  const asked = visitor(place);
  const identity = { pesel: peselOf(10), mothersMaidenName: "nowak łoś", email: "voter-10@example.com" };
  await asked.send(await asked.open(vote), vote, identity);
  const atBallot = visitor(place);
  const list = await toFirstList(place, atBallot, voting.cycleId, { n: 11 });
  const pick = voting.projects.L13 ?? [];
  const points = await atBallot.send(list, `${vote}/karta`, { pick, act: "next" });
  await atBallot.send(points, `${vote}/karta`, { split: "2-1", act: "next" });
  const isVoting = ({ fn }: Route): boolean => fn === "voting";
  const isOffice = ({ who }: Route): boolean => who.by === "staff-cookie";
  const ofClerk = cookieOf(await staffVisitor(place, "clerk"));
  return [
    { name: "reader of letters", starts: letterLeads(place.url, place.letters()).map(({ to }) => to) },
    {
      name: "nobody",
      starts: ["/", "/docs", "/problems/accident", "/problems/voting/already-voted"],
    },
    {
      name: "voter with a receipt",
      cookie: `receipt=${voting.cycleId}.${receipt}`,
      starts: [`${vote}/potwierdzenie`],
      follows: isVoting,
    },
    {
      name: "voter with a code on its way",
      cookie: cookieOf(asked),
      starts: [`${vote}/kod`],
      follows: isVoting,
    },
    {
      name: "voter at the ballot",
      cookie: cookieOf(atBallot),
      starts: [list.path, points.path, `${vote}/karta`],
      follows: isVoting,
    },
    {
      name: "clerk with a voter's receipt",
      cookie: `${ofClerk}; receipt=${voting.cycleId}.${receipt}`,
      starts: [`/urzad/punkty/${voting.cycleId}/biblioteka-5/potwierdzenie`],
      follows: isOffice,
    },
    ...(await Promise.all(
      ROLES.map(async (role) => ({
        name: role,
        cookie: cookieOf(await staffVisitor(place, role)),
        starts: ["/urzad", ...(typed[role] ?? [])],
        follows: isOffice,
      })),
    )),
  ];
};
