import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";

const maps = new Map<string, SourceMap>();

/** The map beside a bundle, read when the first error asks for it: at the start of a function it would cost a tenth of the start. */
const mapOf = (file: string): SourceMap | undefined => {
  const known = maps.get(file);
  if (known || !existsSync(`${file}.map`)) return known;
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
  maps.set(file, map);
  return map;
};

/** `file:line:column`, as a line of a stack ends, before the bracket that may close it. */
const sourceOf = (place: string): string | undefined => {
  const [column, line, ...file] = place.split(":").reverse();
  const entry = mapOf(file.reverse().join(":"))?.findEntry(Number(line) - 1, Number(column) - 1);
  return entry && "originalSource" in entry
    ? `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
    : undefined;
};

const lineInSources = (line: string): string => {
  if (!line.startsWith("    at ") || !line.includes(".cjs:")) return line;
  const isClosed = line.endsWith(")");
  const start = Math.max(line.lastIndexOf("("), line.lastIndexOf(" ")) + 1;
  const source = sourceOf(line.slice(start, isClosed ? -1 : undefined));
  return source === undefined ? line : `${line.slice(0, start)}${source}${isClosed ? ")" : ""}`;
};

/** A stack with the places of the sources instead of those of the bundle; places without a map stay as they are. */
export const inSources = (stack: string): string => stack.split("\n").map(lineInSources).join("\n");
