import type { Words } from "../words.ts";

/** How many people live in each district. */
export const residents: Words["residents"] = {
  title: "Residents of districts",
  lead: "Send a file or paste the table. Districts that are not in it keep their numbers. A second person accepts the changes. How many supporters a proposal needs goes by these numbers.",
  table: "Text of the table",
  hint: "Columns: district, residents. Write a district by its id or its name. The table may have a row with the total.",
  submit: "Propose the numbers of residents",
  now: "Numbers in force now",
  id: "Id",
  district: "District",
  residents: "Residents",
  unknown: "none",
};
