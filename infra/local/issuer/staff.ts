import type { Role } from "../../../shared/domain/office/roles.ts";
import type { LocalAccount } from "../pool/staff-file.ts";

/** A made-up member of the city's staff. */
export interface DemoPerson extends LocalAccount {
  readonly role: Role;
  readonly unit: string;
}

/** The made-up office: units by id, each with its name and what it belongs to. */
export const DEMO_UNITS: readonly {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
}[] = [
  { id: "urzad", name: "Urząd Miasta", parent: null },
  { id: "dialog", name: "Wydział Dialogu z Mieszkańcami", parent: "urzad" },
  { id: "promocja", name: "Zespół Informacji", parent: "dialog" },
  { id: "komisja", name: "Komisja do spraw głosowania", parent: "urzad" },
  { id: "obsluga", name: "Biuro Obsługi Mieszkańców", parent: "urzad" },
  { id: "inwestycje", name: "Wydział Inwestycji", parent: "urzad" },
  { id: "zielen", name: "Zakład Zieleni Miejskiej", parent: "inwestycje" },
  { id: "audyt", name: "Biuro Audytu", parent: "urzad" },
  { id: "informatyka", name: "Wydział Informatyki", parent: "urzad" },
];

const PEOPLE = [
  { role: "coordinator", username: "anna.wrona", name: "Anna Wrona", unit: "dialog" },
  { role: "coordinator", username: "tomasz.bielik", name: "Tomasz Bielik", unit: "dialog" },
  { role: "verifier", username: "ewa.sikora", name: "Ewa Sikora", unit: "dialog" },
  { role: "verifier", username: "pawel.dudek", name: "Paweł Dudek", unit: "dialog" },
  { role: "unit", username: "joanna.czapla", name: "Joanna Czapla", unit: "inwestycje" },
  { role: "unit", username: "marek.zieba", name: "Marek Zięba", unit: "zielen" },
  { role: "unit", username: "olga.sasanka", name: "Olga Sasanka", unit: "zielen" },
  { role: "unit", username: "roman.drozd", name: "Roman Drozd", unit: "inwestycje" },
  { role: "moderator", username: "katarzyna.szczygiel", name: "Katarzyna Szczygieł", unit: "dialog" },
  { role: "moderator", username: "piotr.gil", name: "Piotr Gil", unit: "dialog" },
  { role: "editor", username: "magda.pliszka", name: "Magda Pliszka", unit: "promocja" },
  { role: "editor", username: "jan.kos", name: "Jan Kos", unit: "promocja" },
  { role: "clerk", username: "barbara.slowik", name: "Barbara Słowik", unit: "obsluga" },
  { role: "clerk", username: "adam.jaskolka", name: "Adam Jaskółka", unit: "obsluga" },
  { role: "commission", username: "zofia.kania", name: "Zofia Kania", unit: "komisja" },
  { role: "commission", username: "andrzej.puchacz", name: "Andrzej Puchacz", unit: "komisja" },
  { role: "auditor", username: "helena.sowa", name: "Helena Sowa", unit: "audyt" },
  { role: "auditor", username: "stefan.zuraw", name: "Stefan Żuraw", unit: "audyt" },
  { role: "admin", username: "irena.kawka", name: "Irena Kawka", unit: "informatyka" },
  { role: "admin", username: "leszek.gawron", name: "Leszek Gawron", unit: "informatyka" },
] as const satisfies readonly Pick<DemoPerson, "role" | "username" | "name" | "unit">[];

/** Two people for each role, and for each unit that gives opinions: what one prepares another one has to sign. */
export const DEMO_STAFF: readonly DemoPerson[] = PEOPLE.map((person) => ({
  ...person,
  mail: `${person.username}@urzad.example`,
  roles: [person.role],
  isEnabled: true,
}));
