import type { CoAuthor } from "../../domain/project/co-authors.ts";
import type { Draft } from "../../domain/project/draft.ts";
import { authorNameOf, type Project } from "../../domain/project/project.ts";
import { refusal } from "../../domain/refusals.ts";
import { keys } from "../../store/keys.ts";
import { update, type Write } from "../../store/write.ts";

type Of =
  | { readonly project: Project; readonly draft?: undefined }
  | { readonly draft: Draft; readonly project?: undefined };

/**
 * The co-authors as they are to be, over what was read. It takes a version: a letter about the proposal that is written meanwhile is written anew,
 * and goes to whoever stands behind it then. So many as are struck of its supporters count no more.
 */
export const coAuthorsWrite = ({ project, draft }: Of, coAuthors: readonly CoAuthor[], struck = 0): Write => {
  const { cycleId, id, version } = project ?? draft;
  return update({
    key: project ? keys.project(cycleId, id) : keys.draft(cycleId, id),
    set: {
      coAuthors,
      version: version + 1,
      ...(project && { authorName: authorNameOf({ ...project, coAuthors: [...coAuthors] }) }),
    },
    ...(struck > 0 && { add: { supporters: -struck } }),
    when: { text: "#version = :seen", values: { seen: version } },
    // A draft that is submitted meanwhile lies elsewhere.
    otherwise: (met) => refusal("request/changed-since", { version: Number(met?.version ?? 0) }),
  });
};
