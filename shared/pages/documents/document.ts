import { type Block, cellText, isToTheRight, type OfficialDocument } from "../../domain/document/document.ts";
import type { Words } from "../../words/words.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";

const blockView = (block: Block, words: Words): Html => {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`;
    case "paragraph":
      return html`<p>${block.text}</p>`;
    case "list": {
      const items = block.items.map((item) => html`<li>${item}</li>`);
      return block.isNumbered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case "facts":
      return summaryList(
        words,
        block.facts.map(([term, value]) => ({ term, value })),
      );
    case "table":
      return table(words, {
        caption: block.caption,
        columns: block.columns.map(({ title, kind }, index) => ({
          head: title,
          isNumber: isToTheRight(kind),
          isRowHead: index === 0,
        })),
        rows: [...block.rows, ...(block.total ? [block.total] : [])].map((cells) =>
          block.columns.map(({ kind }, index) => cellText(cells[index], kind, words.format)),
        ),
      });
    case "signatures":
      return html`${block.posts.map((post) => html`<p>${post}</p>`)}`;
  }
};

/** A document of the office as it stands on a page, below its title. */
export const documentView = (
  { number, version, issuedAt, blocks }: OfficialDocument,
  words: Words,
): Html => html`<p class="hint">${words.documents.issued(number, words.format.shortDay(issuedAt))}, ${words.documents.version(version)}</p>
${blocks.map((block) => blockView(block, words))}`;
