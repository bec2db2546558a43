import { dayOf } from "../../../shared/domain/time.ts";
import type { Desk } from "./desk.ts";

const REQUESTS = "/v1/staff/consultations/requests";
const FIRST = ["Anna", "Piotr", "Maria", "Jan", "Halina", "Marek", "Oksana", "Ewa", "Adam", "Irena"];
const LAST = ["Kowol", "Mazur", "Wrona", "Sikora", "Gajda", "Pytel", "Szewczenko", "Lis", "Bąk", "Zając"];
const A_SHEET = 40;

/** A made-up person of a list, by its line. */
const signer = (n: number) => ({
  name: `${FIRST[n % 10]} ${LAST[Math.floor(n / 10) % 10]}`,
  address: `ul. Bogucicka ${n + 1}, 40-226 Katowice`,
});

/** What residents ask to be consulted on: one that was accepted, one whose refusal went to the council, one that lacks signatures. */
export const askForConsultations = async ({ call, day }: Pick<Desk, "call" | "day">) => {
  const enter = async (title: string, justification: string, arrived: number, signed: number) => {
    const { id } = await call<{ id: string }>("editor", `POST ${REQUESTS}`, {
      title,
      territory: ["L13"],
      forms: ["meeting", "survey"],
      justification,
      arrivedOn: dayOf(day(arrived)),
      representative: {
        name: "Halina Kowol",
        address: "ul. Markiefki 44a, 40-211 Katowice",
        email: "halina.kowol@example.com",
        language: "pl",
      },
    });
    for (let n = 0; n < signed; n += A_SHEET) {
      const lines = Array.from({ length: Math.min(A_SHEET, signed - n) }, (_, at) => signer(n + at));
      await call("editor", `POST ${REQUESTS}/${id}/supporters`, { lines });
    }
    return id;
  };
  const act = (id: string, what: string, body?: object) =>
    call("editor", `POST ${REQUESTS}/${id}/${what}`, body);

  const accepted = await enter(
    "Co dalej z placem przy bibliotece",
    "Plac stoi pusty od trzech lat. Chcemy powiedzieć, co ma na nim być, zanim powstanie projekt.",
    -66,
    104,
  );
  const refused = await enter(
    "Likwidacja parkingu przy szkole",
    "Rano dzieci przechodzą między samochodami. Miejsce na zieleń jest, trzeba o nim porozmawiać.",
    -66,
    112,
  );
  for (const id of [accepted, refused]) await act(id, "completion");
  return {
    answered: async () => {
      await act(accepted, "acceptance", {
        text: "Konsultacje przygotujemy jesienią, ze spotkaniem w bibliotece.",
      });
      await act(refused, "refusal", {
        text: "Parking jest częścią drogi, o której rozstrzyga plan miejscowy.",
      });
      await act(refused, "appeal", { on: dayOf(day(-40)) });
      await act(refused, "passing");
    },
    called: async () => {
      const short = await enter(
        "Nocny autobus na Bogucice",
        "Ostatni autobus odjeżdża przed jedenastą. Kto pracuje na drugą zmianę, wraca pieszo.",
        -4,
        67,
      );
      const until = dayOf(day(7));
      await act(short, "call", { text: "Pod wnioskiem jest 67 podpisów. Potrzeba stu.", until });
    },
  };
};
