import { pathTo } from "../../domain/addresses.ts";
import type { PoolResult, Results } from "../../domain/results/results.ts";
import { moneyBar, shareBar } from "../components/bars.ts";
import { box, tag } from "../components/boxes.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { checkItView } from "./files.ts";
import { tiesView } from "./ties.ts";

interface PoolResultsModel {
  readonly results: Results;
  readonly pool: PoolResult;
  readonly name: string;
}

const factsView = ({ words }: Frame, { pool }: PoolResultsModel): Html => {
  const { counting } = words;
  const { cycle, pool: w, whatIf } = words.results;
  const { money, number } = words.format;
  return box({
    body: html`${summaryList(words, [
      { term: cycle.chosen, value: cycle.chosenOf(pool.selected.length, pool.projects.length) },
      { term: w.ballots, value: number(pool.ballots) },
      { term: w.pool, value: money(pool.budgetGrosze) },
      { term: cycle.spent, value: money(pool.costGrosze) },
      { term: cycle.left, value: money(pool.leftGrosze) },
      ...(pool.ballots > 0
        ? [{ term: whatIf.served, value: words.format.percent(pool.figures.served / pool.ballots) }]
        : []),
    ])}
<p>${counting.rule(pool.rule).join(" ")}</p>`,
  });
};

const barView = ({ words }: Frame, { projects, selected, budgetGrosze }: PoolResult): Html => {
  const w = words.results.pool;
  const won = selected.flatMap((id) => projects.find((project) => project.id === id) ?? []);
  return html`<h2>${w.barHeading}</h2>
${
  won.length === 0
    ? html`<p>${w.nothing}</p>`
    : moneyBar(words, {
        wholeGrosze: budgetGrosze,
        pieces: won.map(({ number, title, costGrosze }) => ({
          name: `${number} ${title}`,
          amountGrosze: costGrosze,
        })),
      })
}`;
};

const tableView = (frame: Frame, { results, pool }: PoolResultsModel): Html => {
  const { words } = frame;
  const { outcomes, format } = words;
  const w = words.results.pool;
  const numbers = new Map(pool.projects.map(({ id, number }) => [id, number]));
  const ofLeftOver = new Set<string>(results.leftOver?.funded.map(({ id }) => id));
  const most = Math.max(0, ...pool.projects.map(({ score }) => score));
  return table(words, {
    caption: w.caption,
    columns: w.columns.map((head, index) => ({
      head,
      isRowHead: index === 1,
      isNumber: [0, 2, 3, 4].includes(index),
    })),
    rows: pool.projects.map((project) => [
      format.number(project.rank),
      html`<a href="${link(
        frame,
        pathTo("project", { cycleId: results.cycleId, projectId: project.id }),
      )}">${project.title}</a><br><span class="quiet">${project.number}</span>`,
      format.shortMoney(project.costGrosze),
      html`${format.number(project.score)}${shareBar(project.score, most)}`,
      format.number(project.votes),
      ofLeftOver.has(project.id)
        ? html`${tag(outcomes.names.funded, "good")}<br>${outcomes.ofLeftOver}`
        : html`${tag(
            outcomes.names[project.outcome],
            project.outcome === "funded" ? "good" : "plain",
          )}<br>${outcomes.sentence(project, (id) => numbers.get(id) ?? id)}`,
    ]),
  });
};

/** One pool: what was bought, every project with its reason, and how to check it. */
export const poolResultsView = (frame: Frame, model: PoolResultsModel): Html => {
  const { results, pool, name } = model;
  const w = frame.words.results.pool;
  return layout(frame, {
    title: w.title(name),
    back: { href: link(frame, pathTo("cycleResults", { cycleId: results.cycleId })), text: w.back },
    body: html`<h1>${w.title(name)}</h1>
<p>${frame.words.edition(results.name, results.edition)}. ${frame.words.results.cycle.published(results.publishedAt)}</p>
${factsView(frame, model)}
${barView(frame, pool)}
${tableView(frame, model)}
${tiesView(frame.words, pool)}
<p><a href="${link(frame, pathTo("whatIf", { cycleId: results.cycleId, pool: pool.id }))}">${frame.words.results.whatIf.title(name)}</a></p>
${checkItView(frame, { results, pool: { id: pool.id, name, tallyDigest: pool.tallyDigest } })}`,
  });
};
