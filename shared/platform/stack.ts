import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";

const maps = new Map<string, SourceMap | undefined>();

/** The map beside a bundle, read when the first error asks for it: at the start of a function it would cost a tenth of the start. */
const mapOf = (file: string): SourceMap | undefined => {
  if (!maps.has(file))
    maps.set(
      file,
      existsSync(`${file}.map`) ? new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8"))) : undefined,
    );
  return maps.get(file);
};

/** A stack with the places of the sources instead of those of the bundle; places without a map stay as they are. */
export const inSources = (stack: string): string =>
  stack.replace(
    /((?:\/[^\s:()]+)+\.cjs):(\d+):(\d+)/g,
    (place, file: string, line: string, column: string) => {
      const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
      return entry && "originalSource" in entry
        ? `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
        : place;
    },
  );
