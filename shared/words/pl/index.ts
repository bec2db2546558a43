import { formatsOf } from "../format.ts";
import { articles } from "./articles.ts";
import { frame } from "./frame.ts";
import { home } from "./home.ts";
import { legal } from "./legal.ts";
import { letters } from "./letters.ts";
import { outcomes } from "./outcomes.ts";
import { phases } from "./phases.ts";
import { apiDocs, problems } from "./problems.ts";
import { blockers, issues, refusals, roll } from "./refusals.ts";

export const pl = {
  language: "pl",
  format: formatsOf("pl-PL"),
  frame,
  home,
  articles,
  legal,
  letters,
  problems,
  apiDocs,
  outcomes,
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
