import { pathTo } from "../../domain/addresses.ts";
import type { Words } from "../../words/words.ts";
import { disclosure } from "../components/boxes.ts";
import { table } from "../components/table.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout } from "../layout.ts";

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly [name: string]: unknown;
}

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>;
}

/** What the page reads of an OpenAPI document. */
export interface OpenapiModel {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
  };
}

const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf("/") + 1);

/** A schema in a few words: its name where it has one, its type else. */
const kindOf = (schema: Schema | undefined): Part => {
  if (!schema) return "any";
  if (schema.$ref) return html`<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
  if (schema.enum) return html`<code>${schema.enum.map((one) => JSON.stringify(one)).join(" | ")}</code>`;
  if (schema.anyOf) return schema.anyOf.map((one, index) => [index > 0 && " | ", kindOf(one)]);
  if (schema.type === "array") return html`list of ${kindOf(schema.items)}`;
  const type = [schema.type ?? "any"].flat().join(" | ");
  return schema.format ? `${type} (${schema.format})` : type;
};

const fieldsOf = (words: Words, name: string, schema: Schema): Html =>
  schema.properties
    ? table(words, {
        caption: name,
        columns: [{ head: "Field", isRowHead: true }, { head: "Kind" }, { head: "Description" }],
        rows: Object.entries(schema.properties).map(([field, one]) => [
          html`<code>${field}</code>${!schema.required?.includes(field) && " ?"}`,
          kindOf(one),
          one.description ?? "",
        ]),
      })
    : html`<p>${kindOf({ ...schema, $ref: "" })}</p>`;

const contentOf = (content: Content = {}): Part =>
  Object.entries(content).map(
    ([media, { schema }]) => html` <code>${media}</code>${schema && html`: ${kindOf(schema)}`}`,
  );

const operationView = (words: Words, api: OpenapiModel, place: string, operation: Operation): Html => {
  const w = words.apiDocs;
  const [name, where, description] = w.columns;
  const parameters = (operation.parameters ?? []).map((one) =>
    one.$ref ? (api.components.parameters[nameOf(one.$ref)] ?? one) : one,
  );
  return html`<div lang="en" id="${operation.operationId}">
<h3>${operation.summary}</h3>
<p><code>${place}</code></p>
${(operation.description ?? "").split("\n\n").map((text) => text && html`<p>${text}</p>`)}
${disclosure(`${w.parameters}, ${w.replies.toLowerCase()}`, [
  parameters.length > 0 &&
    table(words, {
      caption: w.parameters,
      columns: [{ head: name, isRowHead: true }, { head: where }, { head: description }],
      rows: parameters.map((one) => [
        html`<code>${one.name}</code>${!one.required && " ?"}`,
        one.in,
        html`${kindOf(one.schema)}${one.description && html`<br>${one.description}`}`,
      ]),
    }),
  operation.requestBody && html`<p>${w.body}:${contentOf(operation.requestBody.content)}</p>`,
  html`<ul>${Object.entries(operation.responses).map(
    ([status, reply]) =>
      html`<li><strong>${status}</strong> ${reply.description}${contentOf(reply.content)}</li>`,
  )}</ul>`,
])}
</div>`;
};

/** The OpenAPI document as a page of our own: no script, no library, the same look and the same tests. */
export const docsView = (frame: Frame, api: OpenapiModel): Html => {
  const { words } = frame;
  const w = words.apiDocs;
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      place: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
  const of = (tag: string) => operations.filter(({ operation }) => operation.tags.includes(tag));
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
<p><a href="${pathTo("openapi")}">${w.file}</a> (${api.info.version})</p>
<p><a href="${pathTo("catalog")}">${w.catalog}</a></p>
<p lang="en">${api.info.description}</p>
<h2>${w.contents}</h2>
<ul>
${api.tags.map(({ name, description }) => html`<li lang="en"><a href="#${name}">${description}</a></li>`)}
<li><a href="#schemas">${w.schemas}</a></li>
</ul>
${api.tags.map(
  ({ name, description }) => html`<h2 id="${name}" lang="en">${description}</h2>
${of(name).map(({ place, operation }) => operationView(words, api, place, operation))}`,
)}
<h2 id="schemas">${w.schemas}</h2>
${Object.entries(api.components.schemas).map(
  ([name, schema]) => html`<div lang="en" id="schema-${name}">
<h3>${name}</h3>
${schema.description && html`<p>${schema.description}</p>`}
${fieldsOf(words, name, schema)}
</div>`,
)}`,
  });
};
