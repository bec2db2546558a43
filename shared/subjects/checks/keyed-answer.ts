import { pathTo } from "../../domain/addresses.ts";
import type { Project } from "../../domain/project/project.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { ANSWERABLE, openCall } from "./corrections.ts";
import { said } from "./pages.ts";

/** Where somebody of these roles keys what an author answers to a call; null while none waits, or where it is not theirs to key. */
export const keyedAnswer = async (
  request: Pick<StaffRequest, "actor" | "words" | "language">,
  project: Pick<Project, "cycleId" | "id" | "status">,
  deps: Pick<Deps, "store">,
): Promise<{ readonly path: string; readonly title: string } | null> => {
  const isTheirs = (["clerk", "verifier"] as const).some((role) => request.actor.roles.includes(role));
  const card = isTheirs ? await openCall(project, deps, ANSWERABLE.clerk) : undefined;
  if (!card) return null;
  const path = pathTo("officeCorrection", { cycleId: project.cycleId, projectId: project.id });
  return { path, title: said(request).correction.keyWay };
};
