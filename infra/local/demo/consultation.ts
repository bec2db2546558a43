import { type Desk, daysFrom, timeFrom } from "./desk.ts";

const MEETINGS = [
  {
    title: "Spacer badawczy po dolinie",
    place: "Plac przy stawie",
    address: "ul. Ogrodowa 1",
    capacity: 40,
    days: 6,
  },
  {
    title: "Warsztat: zieleń i woda",
    place: "Dom kultury w Bogucicach",
    address: "ul. Markiefki 44a",
    capacity: 24,
    days: 9,
  },
  {
    title: "Spotkanie otwarte z projektantami",
    place: "Szkoła podstawowa nr 1",
    address: "ul. Szkolna 3",
    capacity: 120,
    days: 13,
  },
  { title: "Dyżur przy mapie", place: "Punkt konsultacyjny", address: "Rynek 13", capacity: 2, days: 4 },
];

/** A consultation that is on, with its meetings; one of them is full and has a waiting list. */
export const seedConsultation = async ({ house, call }: Desk): Promise<void> => {
  const consultation = await call<{ id: string }>("editor", "POST /v1/staff/consultations", {
    kind: "formal",
    subject: {
      title: "Zagospodarowanie doliny rzeki",
      decided: "Gdzie staną ławki i place zabaw, jak poprowadzić ścieżki, jakie drzewa posadzić.",
      fixed: "Granice terenu i termin zakończenia prac.",
    },
    territory: ["L13", "L3"],
    forms: ["online", "meeting", "walk", "paper"],
    startsAt: daysFrom(house, -3),
    endsAt: daysFrom(house, 18),
  });
  const ids: string[] = [];
  for (const { title, place, address, capacity, days } of MEETINGS) {
    const meeting = await call<{ id: string }>("editor", "POST /v1/staff/meetings", {
      consultationId: consultation.id,
      title,
      startsAt: timeFrom(house, days, 17 * 60),
      endsAt: timeFrom(house, days, 19 * 60),
      place: { name: place, address: `${address}, 40-000 Katowice` },
      accessibility: "Wejście bez schodów. Pętla indukcyjna. Tłumacz języka migowego na zgłoszenie.",
      agenda: "Prezentacja, pytania, praca przy mapie.",
      capacity,
    });
    ids.push(meeting.id);
  }
  await call("editor", `POST /v1/staff/consultations/${consultation.id}/publication`);
  const full = ids.at(-1);
  for (const name of ["Olga Kruk", "Leon Drozd", "Iga Zięba"]) {
    const email = `${name.split(" ")[0]?.toLowerCase()}@example.com`;
    await call("editor", `POST /v1/meetings/${full}/signups`, { name, email, seats: 1 });
  }
};
