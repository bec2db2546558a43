/** What is proposed: its category by the city's own list, how a title names it, what it is for, and from how much to how much it costs, in złoty. */
export interface Idea {
  readonly category: string;
  readonly what: string;
  readonly why: string;
  readonly zloty: readonly [from: number, to: number];
  /** Stands where it stands: its title names no place. */
  readonly isPlaced?: true;
}

export const idea = (category: string, what: string, from: number, to: number, why: string): Idea => ({
  category,
  what,
  why,
  zloty: [from, to],
});

export const placed = (category: string, what: string, from: number, to: number, why: string): Idea => ({
  ...idea(category, what, from, to, why),
  isPlaced: true,
});
