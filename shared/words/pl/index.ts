import { formatsOf } from "../format.ts";
import { frame } from "./frame.ts";
import { phases } from "./phases.ts";
import { blockers, issues, refusals, roll } from "./refusals.ts";

export const pl = {
  language: "pl",
  format: formatsOf("pl-PL"),
  frame,
  phases,
  refusals,
  issues,
  roll,
  blockers,
  accident: {
    title: "Coś poszło nie tak",
    detail: "Błąd jest po naszej stronie i został zapisany. Spróbuj ponownie za kilka minut.",
  },
};
