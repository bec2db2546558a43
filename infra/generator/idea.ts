/** What is proposed: how a title names it, what it is for, and from how much to how much it costs, in złoty. */
export interface Idea {
  readonly what: string;
  readonly why: string;
  readonly zloty: readonly [from: number, to: number];
  /** Stands where it stands: its title names no place. */
  readonly isPlaced?: true;
}

export const idea = (what: string, from: number, to: number, why: string): Idea => ({
  what,
  why,
  zloty: [from, to],
});

export const placed = (what: string, from: number, to: number, why: string): Idea => ({
  ...idea(what, from, to, why),
  isPlaced: true,
});
