import { actForm } from "./act-form.ts";
import { acts } from "./acts.ts";
import { articles } from "./articles.ts";
import { ballot } from "./ballot.ts";
import { ballotCheck } from "./ballot-check.ts";
import { blockers } from "./blockers.ts";
import { calendar } from "./calendar.ts";
import { checks } from "./checks.ts";
import { counting } from "./counting.ts";
import { directory } from "./directory.ts";
import { documents } from "./documents.ts";
import { draw } from "./draw.ts";
import { editions } from "./editions.ts";
import { exclusions } from "./exclusions.ts";
import { extension } from "./extension.ts";
import { feeds } from "./feeds.ts";
import { flash } from "./flash.ts";
import { forms } from "./forms.ts";
import { frame } from "./frame.ts";
import { givenUp } from "./given-up.ts";
import { home } from "./home.ts";
import { identity } from "./identity.ts";
import { keys } from "./keys.ts";
import { legal } from "./legal.ts";
import { letters } from "./letters.ts";
import { lists } from "./lists.ts";
import { meetings } from "./meetings.ts";
import { newEdition } from "./new-edition.ts";
import { office } from "./office.ts";
import { officeMeetings } from "./office-meetings.ts";
import { openData } from "./open-data.ts";
import { outcomes } from "./outcomes.ts";
import { pending } from "./pending.ts";
import { phases } from "./phases.ts";
import { apiDocs, problems } from "./problems.ts";
import { projects } from "./projects.ts";
import { proposalForm } from "./proposal-form.ts";
import { proposals } from "./proposals.ts";
import { issues, refusals, roll } from "./refusals.ts";
import { residents } from "./residents.ts";
import { results } from "./results.ts";
import { retention } from "./retention.ts";
import { rollImport } from "./roll-import.ts";
import { signOff } from "./sign-off.ts";
import { signals } from "./signals.ts";
import { transition } from "./transition.ts";
import { uploads } from "./uploads.ts";
import { voids } from "./voids.ts";
import { voting } from "./voting.ts";
import { votingPoints } from "./voting-points.ts";
import { work } from "./work.ts";

export const pl = {
  /** An edition by its name and number: past editions bear the same name. */
  edition: (name: string, number: string): string => `${name}, edycja ${number}`,
  frame,
  home,
  meetings,
  documents,
  lists,
  feeds,
  openData,
  officeMeetings,
  articles,
  identity,
  legal,
  letters,
  problems,
  apiDocs,
  counting,
  editions,
  actForm,
  transition,
  calendar,
  extension,
  keys,
  exclusions,
  ballotCheck,
  residents,
  draw,
  signOff,
  rollImport,
  newEdition,
  directory,
  forms,
  acts,
  office,
  flash,
  outcomes,
  votingPoints,
  results,
  retention,
  uploads,
  voids,
  voting,
  ballot,
  work,
  givenUp,
  pending,
  phases,
  projects,
  proposalForm,
  proposals,
  checks,
  refusals,
  signals,
  issues,
  roll,
  blockers,
  accident: {
    title: "Coś poszło nie tak",
    detail: "Błąd jest po naszej stronie i został zapisany. Spróbuj ponownie za kilka minut.",
  },
};
