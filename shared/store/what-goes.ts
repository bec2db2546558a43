/** What items lose that stay: all that they say of a person. Undefined where one says nothing any more. */
import { z } from "zod";
import { canonicalJson } from "../domain/canonical.ts";
import { acceptedIn } from "../domain/project/co-authors.ts";
import { Project } from "../domain/project/project.ts";
import { VoidCase } from "../domain/voting/void.ts";
import type { Attributes, Write } from "./write.ts";

export type Change = Pick<Extract<Write, { kind: "update" }>, "set" | "remove">;

export const withoutAuthor = (item: Attributes): Change | undefined => {
  const { author, ...others } = Project.pick({ author: true, coAuthors: true }).parse(item);
  const coAuthors = acceptedIn(others).flatMap(({ email: _gone, postal: _too, ...one }) =>
    one.isNamePublic ? [one] : [],
  );
  const isBare = canonicalJson(others.coAuthors ?? []) === canonicalJson(coAuthors);
  const { name, isNamePublic, language, ...isPrivate } = author ?? {};
  const isLeft = isNamePublic && Object.values(isPrivate).every((value) => value === undefined);
  if (isBare && (!author || isLeft)) return undefined;
  return {
    set: { coAuthors, ...(isNamePublic && { author: { name, isNamePublic, language } }) },
    ...(!isNamePublic && { remove: ["author"] }),
  };
};

const Filed = z.object({ files: z.array(z.looseObject({ as: z.string() })) });

export const withoutPapers = (item: Attributes): Change | undefined => {
  const { files } = Filed.parse(item);
  const photos = files.filter(({ as }) => as === "photo");
  return photos.length === files.length ? undefined : { set: { files: photos } };
};

export const withoutWords = (item: Attributes): Change | undefined => {
  const { note, declined } = VoidCase.pick({ note: true, declined: true }).parse(item);
  if (note === "" && !declined?.why) return undefined;
  return { set: { note: "", declined: declined && { ...declined, why: "" } }, remove: ["link", "named"] };
};
