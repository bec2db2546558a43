import type { ConsultationKind } from "../../../shared/domain/consultation/kinds.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import type { ConsultationForm } from "../../../shared/subjects/consultations/form-rules.ts";
import type { Level } from "../../../shared/subjects/consultations/rules.ts";
import type { Desk } from "./desk.ts";
import { MEETINGS, type PlannedMeeting } from "./meetings.ts";
import { moderated } from "./moderation.ts";
import type { Story } from "./story.ts";

const ACCESS = "Wejście bez schodów. Pętla indukcyjna. Tłumacz języka migowego na zgłoszenie.";
const MEETING_MINUTES = 120;

type Clerk = Pick<Desk, "call" | "day" | "time" | "workday">;

const meet = async (
  { call, time, workday }: Clerk,
  { title, place: [name, address], on, at, capacity, district }: PlannedMeeting,
  consultationId?: string,
): Promise<string> => {
  const day = workday(on, "next");
  const { id } = await call<{ id: string }>("editor", "POST /v1/staff/meetings", {
    ...(consultationId && { consultationId }),
    ...(district && { district }),
    title,
    startsAt: time(day, at),
    endsAt: time(day, at + MEETING_MINUTES),
    place: { name, address: `${address}, 40-000 Katowice` },
    accessibility: ACCESS,
    agenda: "Prezentacja, pytania, praca przy mapie.",
    capacity,
  });
  return id;
};

const addressOf = (name: string): string =>
  `${name
    .normalize("NFD")
    .replace(/[^a-zA-Z ]/g, "")
    .toLowerCase()
    .replace(" ", ".")}@example.com`;

const signUp = async ({ call }: Clerk, meeting: string, { signedUp }: PlannedMeeting): Promise<void> => {
  for (const [name, seats] of signedUp)
    await call("editor", `POST /v1/staff/meetings/${meeting}/signups`, {
      name,
      email: addressOf(name),
      seats,
    });
};

interface Planned {
  readonly kind: ConsultationKind;
  readonly title: string;
  readonly decided: string;
  readonly fixed: string;
  readonly territory: "citywide" | readonly string[];
  readonly forms: readonly ConsultationForm[];
  readonly days: readonly [from: number, to: number];
  readonly level?: Level;
  readonly contact?: string;
  readonly outline?: readonly string[];
  readonly programme?: string;
}

const write = async ({ call, day }: Clerk, { title, decided, fixed, days: [from, to], ...rest }: Planned) =>
  (
    await call<{ id: string }>("editor", "POST /v1/staff/consultations", {
      ...rest,
      subject: { title, decided, fixed },
      startsAt: day(from),
      endsAt: day(to),
    })
  ).id;

const CHANNELS = {
  bip: "https://bip.katowice.example/konsultacje",
  website: "https://www.katowice.example/konsultacje",
} as const;

/** Announces it where its kind has to be, so many days from the one on which the demo is found, and opens it. */
const publish = async ({ call, day }: Clerk, id: string, on: number) => {
  for (const [channel, proof] of Object.entries(CHANNELS))
    await call("editor", `POST /v1/staff/consultations/${id}/announcements`, {
      channel,
      on: dayOf(day(on)),
      proof,
    });
  await call("editor", `POST /v1/staff/consultations/${id}/publication`);
};

const OVER: Planned = {
  kind: "formal",
  title: "Strefa uspokojonego ruchu na Koszutce",
  decided: "Gdzie staną progi i wyniesione przejścia, które ulice będą jednokierunkowe.",
  fixed: "Prędkość 30 km/h i miejsca dla osób z niepełnosprawnością.",
  territory: ["L12"],
  forms: ["online", "paper", "meeting"],
  days: [-58, -30],
};

const ON: Planned = {
  kind: "formal",
  title: "Zagospodarowanie doliny rzeki",
  decided: "Gdzie staną ławki i place zabaw, jak poprowadzić ścieżki, jakie drzewa posadzić.",
  fixed: "Granice terenu i termin zakończenia prac.",
  territory: ["L13", "L3"],
  forms: ["online", "meeting", "workshop", "walk", "paper"],
  outline: ["50.2702, 19.0387", "50.2731, 19.0442", "50.2716, 19.0513", "50.2684, 19.0478"],
  level: "involved",
  contact: "Wydział Komunikacji Społecznej, 32 259 31 44",
  days: [-5, 18],
};

const NGO: Planned = {
  kind: "ngo",
  title: "Program współpracy z organizacjami pozarządowymi na przyszły rok",
  decided: "Jakie zadania zlecamy i jak oceniamy oferty.",
  fixed: "Kwota zapisana w projekcie budżetu.",
  territory: "citywide",
  forms: ["email", "paper"],
  days: [-4, 10],
};

const TO_COME: Planned = {
  kind: "formal",
  title: "Nowa uchwała krajobrazowa: szyldy i reklamy",
  decided: "Jak duże mogą być szyldy i gdzie wolno wieszać reklamy.",
  fixed: "Zakaz reklam na zabytkach, który wynika z ustawy.",
  territory: "citywide",
  forms: ["online", "info-point", "survey"],
  days: [7, 35],
};

const DRAFT: Planned = {
  kind: "dialogue",
  title: "Jak ma działać nocny autobus?",
  decided: "Trasy i godziny, o których porozmawiamy przed zimowym rozkładem.",
  fixed: "Liczba autobusów.",
  territory: "citywide",
  forms: ["online"],
  days: [21, 42],
};

/** The plan of the valley, and its second version. */
const VALLEY_DOCUMENTS = [
  {
    title: "Koncepcja zagospodarowania doliny",
    text: [
      "§ 1. Wzdłuż rzeki powstanie ścieżka o szerokości trzech metrów, z nawierzchnią mineralną.",
      "§ 2. Przy moście stanie plac zabaw dla dzieci od trzech do dwunastu lat.",
      "§ 3. Posadzimy sto dwadzieścia drzew: wierzby, olchy i jesiony.",
    ].join("\n\n"),
  },
  {
    document: "d1",
    title: "Koncepcja zagospodarowania doliny",
    text: [
      "§ 1. Wzdłuż rzeki powstanie ścieżka o szerokości trzech metrów, z nawierzchnią mineralną i ławkami co dwieście metrów.",
      "§ 2. Przy moście stanie plac zabaw dla dzieci od trzech do dwunastu lat.",
      "§ 3. Posadzimy sto dwadzieścia drzew: wierzby, olchy i jesiony.",
    ].join("\n\n"),
  },
];

/** How people take part in what becomes of the valley. */
const VALLEY_ACTIVITIES = [
  { kind: "remarks", title: "Uwagi do koncepcji", forms: ["online", "paper"] },
  { kind: "meetings", title: "Spacer i warsztaty", forms: ["meeting", "workshop", "walk"] },
];

/** To whom the letter about a meeting that was called off did not come. */
const UNREACHED = "stary.adres@example.com";

/** Consultations in each of their states, and their meetings: past, to come, full with a waiting list, called off. */
export const CONSULTATIONS: Story = {
  says: "consultations and meetings: past, open and to come",
  tell: async function* (desk) {
    yield -60;
    const over = await write(desk, OVER);
    const held = await meet(desk, MEETINGS.held, over);
    await publish(desk, over, -60);
    await signUp(desk, held, MEETINGS.held);

    yield -6;
    for (const planned of [NGO, TO_COME]) await publish(desk, await write(desk, planned), -6);
    await write(desk, DRAFT);
    const { items } = await desk.call<{ items: { id: string }[] }>(
      "editor",
      "GET /v1/consultations/programmes",
    );
    const [green] = items;
    const on = await write(desk, { ...ON, ...(green && { programme: green.id }) });
    const planned: string[] = [];
    for (const one of MEETINGS.valley) planned.push(await meet(desk, one, on));
    for (const document of VALLEY_DOCUMENTS)
      await desk.call("editor", `POST /v1/staff/consultations/${on}/documents`, document);
    for (const one of VALLEY_ACTIVITIES)
      await desk.call("editor", `POST /v1/staff/consultations/${on}/activities`, {
        ...one,
        startsAt: desk.day(-5),
        endsAt: desk.day(18),
      });
    await publish(desk, on, -6);
    for (const [n, one] of MEETINGS.valley.entries()) await signUp(desk, planned[n] ?? "", one);
    await signUp(desk, await meet(desk, MEETINGS.mayor), MEETINGS.mayor);

    yield -1;
    await moderated(desk, on);
    const off = await meet(desk, MEETINGS.calledOff, on);
    await signUp(desk, off, MEETINGS.calledOff);
    const unreached = { name: "Edmund Łoś", email: UNREACHED, seats: 1 };
    await desk.call("editor", `POST /v1/staff/meetings/${off}/signups`, unreached);
    await desk.house.told();
    desk.house.mailbox.trouble({ kind: "reject", times: 1, to: UNREACHED });
    await desk.call("editor", `POST /v1/staff/meetings/${off}/cancellation`, {
      reason: "Dom kultury ma awarię ogrzewania. Nowy termin podamy za tydzień.",
    });
    return {};
  },
};
