import { z } from "zod";
import { ProjectId } from "../../domain/ids.ts";
import { ProjectStatus } from "../../domain/project/stages.ts";

/** A proposal whose author wishes something of it. */
export const WishedOf = z
  .object({ projectId: ProjectId, number: z.string(), status: ProjectStatus, version: z.int() })
  .meta({ id: "WishedProposal" });
