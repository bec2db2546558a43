import { z } from "zod";
import { announcedLists } from "../../shared/acts/announced-lists.ts";
import { shownCycle } from "../../shared/acts/cycle-of.ts";
import { LIST_FORMATS, type ListFormat, ListName } from "../../shared/domain/document/lists.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { existing } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { aroundOf } from "./announced.ts";
import { LISTS_CACHE } from "./lists.ts";
import { fileName, WRITERS } from "./written.ts";

const FILE = new RegExp(`^(\\d{1,4})\\.(${LIST_FORMATS.join("|")})$`);

export const getListFile = endpoint(routes.getListFile, {
  summary:
    "A version of a list as a file: JSON, CSV, ODS, DOCX, a tagged PDF, a page, or all of them in a zip",
  params: z.object({ cycleId: CycleId, list: ListName, file: z.string().regex(FILE) }),
  replies: { 200: "application/octet-stream" },
  cache: LISTS_CACHE,
  handle: async ({ params: { cycleId, list: name, file: asked }, words }, deps) => {
    const [, version, format] = FILE.exec(asked) ?? [];
    const lists = await announcedLists(await shownCycle(cycleId, deps), deps);
    const list = existing(lists.find((one) => one.list === name && one.version === Number(version)));
    const { type, write } = WRITERS[format as ListFormat];
    const body = await write({ list, lists, ...(await aroundOf(list, words, deps)) });
    return file(body, type, fileName(list, format as ListFormat));
  },
});
