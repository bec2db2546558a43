import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";
import { articles } from "./articles.ts";
import { frame } from "./frame.ts";
import { home } from "./home.ts";
import { legal } from "./legal.ts";
import { letters } from "./letters.ts";
import { outcomes } from "./outcomes.ts";
import { phases } from "./phases.ts";
import { apiDocs, problems } from "./problems.ts";
import { blockers, issues, refusals, roll } from "./refusals.ts";

export const en: Words = {
  language: "en",
  format: formatsOf("en-GB"),
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
    title: "Something went wrong",
    detail: "The fault is ours and it was recorded. Try again in a few minutes.",
  },
};
