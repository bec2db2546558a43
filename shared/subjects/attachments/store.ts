import type { ProjectId } from "../../domain/ids.ts";
import type { Draft } from "../../domain/project/draft.ts";
import { refusal } from "../../domain/refusals.ts";
import { epochSeconds, type Instant } from "../../domain/time.ts";
import { asRead } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import type { Table } from "../../store/table.ts";
import { check, create, put, remove, update, type Write } from "../../store/write.ts";
import { Attachments } from "./rules.ts";

/** Files of a proposal as they are to be, over the version that was read. */
export const attachmentsWrite = (all: Attachments): Write => {
  const written = { key: keys.attachments(all.projectId), item: { ...all, version: all.version + 1 } };
  const otherwise = () => refusal("request/changed-since", { version: all.version });
  return all.version === 0
    ? create({ ...written, otherwise })
    : put({ ...written, when: asRead(all.version), otherwise });
};

/** Files of proposals, one list a proposal. */
export const openAttachments = (table: Pick<Table, "get">) => ({
  get: async (
    projectId: ProjectId,
    now: Instant,
    how?: Parameters<Table["get"]>[2],
  ): Promise<Attachments | undefined> => {
    const all = await table.get(keys.attachments(projectId), Attachments, how);
    const isOver = all?.expiresAtSeconds !== undefined && all.expiresAtSeconds <= epochSeconds(now);
    return isOver ? undefined : all;
  },
});

/** A draft's files stay when it becomes a proposal, and go when it is thrown away. */
export const keepAttachments = ({ projectId }: Attachments): Write =>
  update({
    key: keys.attachments(projectId),
    // Whoever has read the list of the draft reads it again: else the end of the draft would be written back.
    add: { version: 1 },
    remove: ["expiresAtSeconds"],
    when: { text: "attribute_exists(#pk)" },
  });

/** No file was asked for since it was looked: a list that comes with its first file in that moment would stay that of a draft, and go. */
export const noAttachments = (projectId: ProjectId): Write =>
  check({
    key: keys.attachments(projectId),
    when: { text: "attribute_not_exists(#pk)" },
    otherwise: () => refusal("service/try-again", { retryAfterSeconds: 1 }),
  });

/** A list of a draft's files is written while it is a draft: what is written of it later would end with a draft that is no more. */
export const whileDraft = ({ cycleId, id }: Pick<Draft, "cycleId" | "id">): Write =>
  check({
    key: keys.draft(cycleId, id),
    when: { text: "attribute_exists(#pk)" },
    otherwise: () => refusal("project/state", { status: "submitted" }),
  });

export const dropAttachments = ({ projectId, version }: Attachments): Write =>
  remove({ key: keys.attachments(projectId), when: asRead(version) });
