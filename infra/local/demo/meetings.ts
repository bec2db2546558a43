/** A meeting as the demo has it: on which day, at which minute of it, and who signed up. */
export interface PlannedMeeting {
  readonly title: string;
  readonly place: readonly [name: string, address: string];
  readonly district?: string;
  readonly on: number;
  readonly at: number;
  readonly capacity: number;
  readonly signedUp: readonly (readonly [name: string, seats: number])[];
}

const EVENING = 17 * 60;
const MORNING = 10 * 60;

const people = (names: string, seats: number): PlannedMeeting["signedUp"] =>
  names.split(", ").map((name) => [name, seats]);

export const MEETINGS = {
  held: {
    title: "Spotkanie na Koszutce",
    place: ["Miejski Dom Kultury", "ul. Grażyńskiego 47"],
    on: -41,
    at: EVENING,
    capacity: 60,
    signedUp: people("Beata Jarosz, Ryszard Kozioł, Iwona Pająk", 2),
  },
  valley: [
    {
      title: "Spacer badawczy po dolinie",
      place: ["Plac przy stawie", "ul. Ogrodowa 1"],
      on: 4,
      at: MORNING,
      capacity: 12,
      // Full with six of them; the others wait.
      signedUp: people(
        "Olga Kruk, Leon Drozd, Iga Zięba, Jan Kawka, Ewa Lis, Adam Sowa, Ola Kos, Igor Wilk, Nina Bąk",
        2,
      ),
    },
    {
      title: "Warsztat: zieleń i woda",
      place: ["Dom kultury w Bogucicach", "ul. Markiefki 44a"],
      on: 9,
      at: EVENING,
      capacity: 24,
      signedUp: people("Maria Jeleń, Piotr Łoś, Zofia Gil, Antoni Bóbr, Hanna Sikora, Marek Dudek", 1),
    },
    {
      title: "Spotkanie otwarte z projektantami",
      place: ["Szkoła podstawowa nr 1", "ul. Szkolna 3"],
      on: 13,
      at: EVENING,
      capacity: 120,
      signedUp: people("Wanda Kania, Robert Puchacz, Lena Czapla", 3),
    },
  ],
  mayor: {
    title: "Prezydent odpowiada na pytania: Szopienice - Burowiec",
    place: ["Szkoła podstawowa nr 44", "ul. Morawa 86"],
    district: "L15",
    on: 6,
    at: EVENING,
    capacity: 100,
    signedUp: people("Teresa Kuna, Stanisław Świerk, Jerzy Gołąb, Urszula Zając", 1),
  },
  calledOff: {
    title: "Dyżur przy mapie",
    place: ["Dom kultury w Zawodziu", "ul. Marcinkowskiego 13a"],
    on: 2,
    at: MORNING,
    capacity: 30,
    signedUp: people("Kacper Dziuba, Zuzanna Lis", 1),
  },
} satisfies Record<string, PlannedMeeting | readonly PlannedMeeting[]>;
