/** One ballot while it is read: its choices sorted by project, so that equal ballots are equal rows. Reused, never kept. */
export interface BallotRow {
  readonly projects: Uint16Array;
  readonly points: Int16Array;
  length: number;
}

/** A row that holds at most one choice for each of `projectCount` projects. */
export const ballotRow = (projectCount: number): BallotRow => ({
  projects: new Uint16Array(projectCount),
  points: new Int16Array(projectCount),
  length: 0,
});

/** Puts a choice in its place; false when the project is already in the row, which stays as it was. */
export const putChoice = (row: BallotRow, project: number, points: number): boolean => {
  const { projects, points: given } = row;
  let place = row.length;
  while (place > 0 && (projects[place - 1] as number) > project) place -= 1;
  if (place > 0 && projects[place - 1] === project) return false;
  for (let at = row.length; at > place; at -= 1) {
    projects[at] = projects[at - 1] as number;
    given[at] = given[at - 1] as number;
  }
  projects[place] = project;
  given[place] = points;
  row.length += 1;
  return true;
};
