import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { type Consultation, statusAt } from "../consultations/rules.ts";
import { openRemarks } from "./store.ts";

export const remarksOf = ({ id }: Pick<Consultation, "id">, { store }: Pick<Deps, "store">) =>
  openRemarks(store.table, id);

/** Whether somebody can say something on line now. */
export const takesRemarks = (consultation: Consultation, now: Instant): boolean =>
  statusAt(consultation, now) === "gathering" && consultation.forms.includes("online");
