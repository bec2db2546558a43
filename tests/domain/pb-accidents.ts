// What happens to a file on its way through office programs: each turns the text of a sound file into one that says the same in another way.

const inVotes = (text: string, change: (rows: string[]) => string[]): string => {
  const [head = "", votes = ""] = text.split(/(?<=\nVOTES\n)/);
  const [columns = "", ...rows] = votes.trimEnd().split("\n");
  return `${head}${columns}\n${change(rows).join("\n")}\n`;
};

const cells = (row: string, change: (cells: string[]) => string[]): string =>
  change(row.split(";")).join(";");

const inColumn = (text: string, name: string, change: (cell: string) => string): string => {
  const [, header = ""] = /\nVOTES\n(.*)\n/.exec(text) ?? [];
  const at = header.split(";").indexOf(name);
  return inVotes(text, (rows) =>
    rows.map((row) => cells(row, (all) => all.map((cell, index) => (index === at ? change(cell) : cell)))),
  );
};

const inProjects = (text: string, change: (row: string) => string): string => {
  const [, projects = ""] = /\nPROJECTS\n.*\n((?:.|\n)*?)VOTES\n/.exec(text) ?? [];
  return text.replace(projects, projects.replaceAll(/^.+$/gm, change));
};

const inMeta = (text: string, key: string, change: (value: string) => string): string =>
  text.replace(
    new RegExp(`^(${key};)(.*)$`, "m"),
    (_, start: string, value: string) => start + change(value),
  );

/** In each line as many cells as in the widest. */
const squared = (text: string, between: string): string => {
  const lines = text.trimEnd().split("\n");
  return `${lines.map((line) => line + between.repeat(line.length % 3 === 0 ? 3 : 4)).join("\n")}\n`;
};

const blanksIn = (text: string, blank: string): string =>
  text.replace("\nPROJECTS", `\n${blank}\nPROJECTS`).replace("\nVOTES", `\n${blank}\n${blank}\nVOTES`);

const titled = (text: string, change: (title: string) => string): string =>
  text.replaceAll(/^(META|PROJECTS|VOTES)$/gm, change);

const utf16 = (text: string, mark: string): Uint8Array => new Uint8Array(Buffer.from(mark + text, "utf16le"));

/** Letters of Polish in Windows-1250. */
export const inWindows1250 = (text: string): Uint8Array => {
  const table = new Map(
    Array.from({ length: 128 }, (_, at) => [
      new TextDecoder("windows-1250").decode(new Uint8Array([at + 128])),
      at + 128,
    ]),
  );
  return Uint8Array.from([...text], (letter) => table.get(letter) ?? letter.codePointAt(0) ?? 63);
};

type Accident = (text: string) => string | Uint8Array;

/** Every one of them is repaired. */
export const ACCIDENTS: Readonly<Record<string, Accident>> = {
  "a byte order mark": (text) => `\ufeff${text}`,
  "UTF-16 with its mark": (text) => utf16(text, "\ufeff"),
  "UTF-16 without its mark": (text) => utf16(text, ""),
  "UTF-16 the other way round": (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16()),
  "lines that end in CR alone": (text) => text.replaceAll("\n", "\r"),
  "a spreadsheet's semicolons": (text) => squared(text, ";"),
  "a spreadsheet's commas": (text) => squared(text, ","),
  "semicolons after ballots": (text) => inVotes(text, (rows) => rows.map((row) => `${row};`)),
  "a semicolon after one project": (text) => inProjects(text, (row) => `${row};;`),
  "blank lines": (text) => blanksIn(text, ""),
  "lines of blanks": (text) => blanksIn(text, " \t"),
  "lines of semicolons": (text) => blanksIn(text, ";;;"),
  "blank lines before all and after": (text) => `\n\n${text}\n\n`,
  "a blank line among ballots": (text) => inVotes(text, ([first = "", ...rows]) => [first, "", ...rows]),
  "titles in small letters": (text) => titled(text, (title) => title.toLowerCase()),
  "titles with colons": (text) => titled(text, (title) => `${title}:`),
  "titles in brackets": (text) => titled(text, (title) => `[${title}]`),
  "titles with blanks": (text) => titled(text, (title) => ` ${title} `),
  "titles in quotes": (text) => titled(text, (title) => `"${title}";`),
  "no titles": (text) => text.replace("META\n", "").replace("PROJECTS\n", "").replace("VOTES\n", ""),
  "META without its header": (text) => text.replace("key;value\n", ""),
  "sections in another order": (text) => {
    const [meta = "", projects = "", votes = ""] = text.split(/(?=PROJECTS\n|VOTES\n)/);
    return votes + projects + meta;
  },
  "columns in capitals": (text) => text.replaceAll(/^(project_id|voter_id).*$/gm, (row) => row.toUpperCase()),
  "columns with blanks": (text) =>
    text.replaceAll(/^(project_id|voter_id).*$/gm, (row) => row.replaceAll(";", " ; ")),
  "a column in words": (text) => text.replace("project_id", "Project ID").replace("voter_id", "voter-id"),
  "a mark before a column": (text) => text.replace("voter_id", "\u200bvoter_id"),
  "keys in capitals": (text) => text.replace("budget;", "Budget ;").replace("vote_type;", "VOTE_TYPE;"),
  "tabs between cells": (text) =>
    text.replaceAll(/"[^"\n]*(?:""[^"\n]*)*"|;/g, (part) => (part === ";" ? "\t" : part)),
  "a kind of ballot in capitals": (text) => inMeta(text, "vote_type", (kind) => kind.toUpperCase()),
  "a rule in capitals": (text) => inMeta(text, "rule", (rule) => ` ${rule.toUpperCase()} `),
  "a budget with blanks and a currency": (text) =>
    inMeta(text, "budget", (sum) => `${sum.replaceAll(/\B(?=(\d{3})+$)/g, "\u00a0")} zł`),
  "a budget with a decimal comma": (text) => inMeta(text, "budget", (sum) => `${sum},00 PLN`),
  "blanks around costs": (text) =>
    inProjects(text, (row) => cells(row, ([id = "", cost = "", ...rest]) => [id, ` ${cost}\u00a0`, ...rest])),
  "costs with a currency": (text) =>
    inProjects(text, (row) => cells(row, ([id = "", cost = "", ...rest]) => [id, `${cost} PLN`, ...rest])),
  "marks that nobody sees in listed ids": (text) =>
    inProjects(text, (row) => `\u200b${row.replace(";", "\u00ad;")}`),
  "marks that nobody sees in chosen ids": (text) =>
    inColumn(text, "vote", (cell) => cell.replaceAll(/(?<=^|,)(?=.)/g, "\ufeff")),
  "blanks in lists": (text) => inColumn(text, "vote", (cell) => ` ${cell.replaceAll(",", " ,\u00a0")}`),
  "commas around lists": (text) => inColumn(text, "vote", (cell) => `${cell},`),
  "lists in brackets": (text) => inColumn(text, "vote", (cell) => `[${cell.replaceAll(",", ", ")}]`),
  "ids in quotes": (text) => inColumn(text, "vote", (cell) => cell.replaceAll(/[^,]+/g, "'$&'")),
  "ids in other letters": (text) => inColumn(text, "vote", (cell) => cell.toLowerCase()),
  "points as fractions": (text) => inColumn(text, "points", (cell) => cell.replaceAll(/\d+/g, "$&.0")),
  "points with a decimal comma": (text) =>
    inColumn(text, "points", (cell) => cell.replaceAll(/\d+/g, "$&,0")),
  "points with signs and blanks": (text) =>
    inColumn(text, "points", (cell) => cell.replaceAll(/\d+/g, " +$& ")),
  "points of a calculator": (text) => inColumn(text, "points", (cell) => cell.replaceAll(/\d+/g, "$&e0")),
  "ballots without their last cells": (text) =>
    inVotes(text, (rows) => rows.map((row) => row.replace(/;[^;]*$/, ""))),
  "a line that is a comment": (text) => inVotes(text, (rows) => ["# exported on Monday", ...rows]),
  "a line for spreadsheets": (text) => `sep=;\n${text}`,
  "a header twice": (text) => inVotes(text, (rows) => [...rows, /\nVOTES\n(.*)\n/.exec(text)?.[1] ?? ""]),
  "dates of a spreadsheet": (text) => inMeta(text, "date_begin", () => "2022-09-10 00:00:00"),
  "a quote that goes on": (text) => inProjects(text, (row) => row.replace(/;[^;]*$/, ';"Plac" i my')),
  "a quote never closed": (text) => inProjects(text, (row) => row.replace(/;[^;]*$/, ';"Plac')),
  "names with semicolons and no quotes": (text) =>
    inProjects(text.replace(/^project_id.*$/m, "$&;selected"), (row) =>
      cells(row, ([id = "", cost = ""]) => [id, cost, "Park", " etap 2", "0"]),
    ),
  "the mark that ended files once": (text) => `${text.trimEnd()}\x1a`,
  "titles in the singular": (text) => titled(text, (title) => title.replace(/S$/, "")),
  "tabs at the ends of lines": (text) => text.replaceAll("\n", "\t\n"),
  "costs with decimal commas": (text) =>
    inProjects(text, (row) => cells(row, ([id = "", cost = "", ...rest]) => [id, `${cost},00`, ...rest])),
  "a field called as it was once": (text) =>
    inProjects(text.replace(/^project_id.*$/m, "$&;target"), (row) => `${row};children`),
};
