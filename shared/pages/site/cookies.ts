import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout } from "../layout.ts";

/** Which cookies there are, why, and for how long. They are all needed, so there is no banner. */
export const cookiesView = (frame: Frame): Html => {
  const w = frame.words.legal.cookies;
  const [name, purpose, lifetime] = w.columns;
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${table(frame.words, { caption: w.caption, columns: [{ head: name, isRowHead: true }, { head: purpose }, { head: lifetime }], rows: w.rows })}
<p>${w.none}</p>`,
  });
};
