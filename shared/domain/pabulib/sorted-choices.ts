import type { Ballots } from "../tally/election.ts";

/** The choices of ballots, each one's sorted by project. */
type Choices = Omit<Ballots, "weights">;

export interface SortedChoices extends Choices {
  /** 1 for each ballot that names a project twice: of its places the first counts. */
  readonly repeats: Uint8Array;
}

/** Sorts the choices of each ballot by project. Ballots are short: a choice is put in its place among those before it. */
export const sortedChoices = (written: Choices): SortedChoices => {
  const { projects: chosen, points: given, offsets: starts } = written;
  const offsets = new Uint32Array(starts.length);
  const repeats = new Uint8Array(starts.length - 1);
  const projects = new Uint16Array(chosen.length);
  const points = new Int16Array(chosen.length);
  let end = 0;
  for (let ballot = 0; ballot < repeats.length; ballot += 1) {
    const start = end;
    for (let entry = starts[ballot] as number; entry < (starts[ballot + 1] as number); entry += 1) {
      const project = chosen[entry] as number;
      let place = end;
      while (place > start && (projects[place - 1] as number) > project) place -= 1;
      if (place > start && projects[place - 1] === project) {
        repeats[ballot] = 1;
        continue;
      }
      for (let at = end; at > place; at -= 1) {
        projects[at] = projects[at - 1] as number;
        points[at] = points[at - 1] as number;
      }
      projects[place] = project;
      points[place] = given[entry] as number;
      end += 1;
    }
    offsets[ballot + 1] = end;
  }
  return { offsets, projects: projects.subarray(0, end), points: points.subarray(0, end), repeats };
};

/** Ballots that name every project: those that they do not name with these points. */
export const withUnnamed = (
  { offsets: starts, projects: chosen, points: given, weights }: Ballots,
  projectCount: number,
  unnamedPoints: number,
): Ballots => {
  const points = new Int16Array(weights.length * projectCount).fill(unnamedPoints);
  for (let ballot = 0; ballot < weights.length; ballot += 1)
    for (let entry = starts[ballot] as number; entry < (starts[ballot + 1] as number); entry += 1)
      points[ballot * projectCount + (chosen[entry] as number)] = given[entry] as number;
  return {
    offsets: starts.map((_, ballot) => ballot * projectCount),
    projects: new Uint16Array(points.length).map((_, entry) => entry % projectCount),
    points,
    weights,
  };
};
