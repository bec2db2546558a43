import { entriesOf, pathTo } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";
import type { Words } from "../../words/words.ts";
import { titled } from "../components/boxes.ts";
import { moment } from "../components/dates.ts";
import { buttonLink } from "../components/form.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { isOver, phaseLine } from "../phase-line.ts";

type Phase = keyof Words["phases"];

export interface EditionModel {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly phase: Phase;
  readonly endsAt?: Instant | undefined;
  readonly next?: { readonly phase: Phase; readonly startsAt: Instant } | undefined;
}

interface HomeModel {
  readonly now: Instant;
  readonly cityName: string;
  /** Editions that are not over, the most urgent first: its button is the primary one of the page. */
  readonly editions: readonly EditionModel[];
}

const listOf = (id: string): string => `${pathTo("projects")}?cycle=${id}`;
const resultsOf = (cycleId: string): string => pathTo("cycleResults", { cycleId });

/** Where something of an edition can be done, or seen, in each phase. */
const PAGES: Readonly<Partial<Record<Phase, (id: string) => string>>> = {
  submission: () => pathTo("proposalStart"),
  "formal-review": listOf,
  "merit-review": listOf,
  appeals: listOf,
  "ballot-frozen": listOf,
  voting: () => pathTo("vote"),
  sealed: listOf,
  counting: listOf,
  results: resultsOf,
  implementation: resultsOf,
};

const editionView = (frame: Frame, now: Instant, edition: EditionModel, isFirst: boolean): Html => {
  const { words } = frame;
  const w = words.home;
  // What is over is only looked at.
  const phase = isOver(edition, now) ? "sealed" : edition.phase;
  const [act, to] = [w.acts[phase], PAGES[phase]];
  return titled(
    html`${edition.name} <span class="quiet">(${w.edition(edition.edition)})</span>`,
    html`<p><strong>${phaseLine(words, edition, now)}</strong></p>
${edition.next && html`<p>${w.next}: ${words.phases[edition.next.phase].name}, ${moment(words, edition.next.startsAt)}</p>`}
${act && to && buttonLink({ href: link(frame, to(edition.id)), text: act, kind: isFirst ? "primary" : "second" })}
<p><a href="${pathTo("editionFeed", { cycleId: edition.id })}">${words.feeds.edition}</a></p>`,
    3,
  );
};

/** What can be done now, first; then the ways to everything else. */
export const homeView = (frame: Frame, { now, cityName, editions }: HomeModel): Html => {
  const w = frame.words.home;
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead(cityName)}</p>
<h2>${w.now}</h2>
${editions.length > 0 ? editions.map((edition, index) => editionView(frame, now, edition, index === 0)) : html`<p>${w.none}</p>`}
<h2>${w.more}</h2>
<ul class="grid wide">
${entriesOf(w.links).map(([to, [title, text]]) => html`<li>${titled(html`<a href="${link(frame, pathTo(to))}">${title}</a>`, html`<p>${text}</p>`, 3)}</li>`)}
</ul>`,
  });
};
