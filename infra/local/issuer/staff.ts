import type { Role } from "../../../shared/domain/office/roles.ts";

/** A made-up member of the city's staff. */
export interface DemoPerson {
  readonly role: Role;
  /** Also the key under which the issuer knows the person. */
  readonly username: string;
  readonly name: string;
}

/** Two people for each role: what one prepares another one has to sign. */
export const DEMO_STAFF: readonly DemoPerson[] = [
  { role: "coordinator", username: "anna.wrona", name: "Anna Wrona" },
  { role: "coordinator", username: "tomasz.bielik", name: "Tomasz Bielik" },
  { role: "verifier", username: "ewa.sikora", name: "Ewa Sikora" },
  { role: "verifier", username: "pawel.dudek", name: "Paweł Dudek" },
  { role: "unit", username: "joanna.czapla", name: "Joanna Czapla" },
  { role: "unit", username: "marek.zieba", name: "Marek Zięba" },
  { role: "moderator", username: "katarzyna.szczygiel", name: "Katarzyna Szczygieł" },
  { role: "moderator", username: "piotr.gil", name: "Piotr Gil" },
  { role: "editor", username: "magda.pliszka", name: "Magda Pliszka" },
  { role: "editor", username: "jan.kos", name: "Jan Kos" },
  { role: "clerk", username: "barbara.slowik", name: "Barbara Słowik" },
  { role: "clerk", username: "adam.jaskolka", name: "Adam Jaskółka" },
  { role: "commission", username: "zofia.kania", name: "Zofia Kania" },
  { role: "commission", username: "andrzej.puchacz", name: "Andrzej Puchacz" },
  { role: "auditor", username: "helena.sowa", name: "Helena Sowa" },
  { role: "auditor", username: "stefan.zuraw", name: "Stefan Żuraw" },
  { role: "admin", username: "irena.kawka", name: "Irena Kawka" },
  { role: "admin", username: "leszek.gawron", name: "Leszek Gawron" },
];
