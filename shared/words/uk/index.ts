import type { ForResidents } from "../words.ts";
import { articles } from "./articles.ts";
import { ballot } from "./ballot.ts";
import { blockers } from "./blockers.ts";
import { counting } from "./counting.ts";
import { documents } from "./documents.ts";
import { feeds } from "./feeds.ts";
import { frame } from "./frame.ts";
import { home } from "./home.ts";
import { identity } from "./identity.ts";
import { legal } from "./legal.ts";
import { letters } from "./letters.ts";
import { lists } from "./lists.ts";
import { meetings } from "./meetings.ts";
import { openData } from "./open-data.ts";
import { outcomes } from "./outcomes.ts";
import { phases } from "./phases.ts";
import { apiDocs, problems } from "./problems.ts";
import { projects } from "./projects.ts";
import { proposalForm } from "./proposal-form.ts";
import { proposals } from "./proposals.ts";
import { issues, refusals, roll } from "./refusals.ts";
import { results } from "./results.ts";
import { voids } from "./voids.ts";
import { voting } from "./voting.ts";
import { votingPoints } from "./voting-points.ts";

/** For residents. What stands on the office's pages alone is said in Polish. */
export const uk: ForResidents = {
  edition: (name, number) => `${name}, цикл ${number}`,
  frame,
  home,
  articles,
  legal,
  identity,
  voting,
  ballot,
  phases,
  counting,
  outcomes,
  projects,
  proposalForm,
  proposals,
  results,
  meetings,
  documents,
  lists,
  feeds,
  openData,
  letters,
  problems,
  apiDocs,
  blockers,
  refusals,
  issues,
  roll,
  votingPoints,
  voids,
  accident: {
    title: "Щось пішло не так",
    detail: "Помилка сталася на нашому боці, її записано. Спробуйте ще раз за кілька хвилин.",
  },
};
