import type { PartOfCatalogue } from "../words.ts";
import { articles } from "./articles.ts";
import { ballot } from "./ballot.ts";
import { blockers } from "./blockers.ts";
import { frame } from "./frame.ts";
import { home } from "./home.ts";
import { identity } from "./identity.ts";
import { legal } from "./legal.ts";
import { letters } from "./letters.ts";
import { meetings } from "./meetings.ts";
import { phases } from "./phases.ts";
import { apiDocs, problems } from "./problems.ts";
import { issues, refusals, roll } from "./refusals.ts";
import { voting } from "./voting.ts";

/** For residents. What stands at the office's desks alone is said in Polish. */
export const uk: PartOfCatalogue = {
  edition: (name, number) => `${name}, цикл ${number}`,
  frame,
  home,
  articles,
  legal,
  identity,
  voting,
  ballot,
  phases,
  meetings,
  letters,
  problems,
  apiDocs,
  blockers,
  refusals,
  issues,
  roll,
  accident: {
    title: "Щось пішло не так",
    detail: "Помилка сталася на нашому боці, її записано. Спробуйте ще раз за кілька хвилин.",
  },
};
