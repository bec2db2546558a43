import { cityNamed } from "../../shared/cities/cities.ts";

/** The city in which tests play that are about no other. */
export const KATOWICE = cityNamed("katowice");
