import { folded } from "../folded.ts";
import type { Project } from "./project.ts";
import type { ProjectStatus } from "./stages.ts";

export interface ProjectFilter {
  readonly pool?: string | undefined;
  readonly status?: ProjectStatus | undefined;
  /** Words that all stand in the number, title, place or description, whatever their case and diacritics. */
  readonly q?: string | undefined;
}

type Searched = Pick<Project, "pool" | "status" | "number" | "title" | "place" | "description">;

export const matchesFilter = ({ pool, status, q }: ProjectFilter): ((project: Searched) => boolean) => {
  const words = q === undefined ? [] : folded(q).split(" ");
  return (project) => {
    if (pool !== undefined && project.pool !== pool) return false;
    if (status !== undefined && project.status !== status) return false;
    if (words.length === 0) return true;
    const text = folded(`${project.number} ${project.title} ${project.place ?? ""} ${project.description}`);
    return words.every((word) => text.includes(word));
  };
};
