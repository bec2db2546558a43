import { expect } from "vitest";
import type { PbFault } from "../../shared/domain/pabulib/fault.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A small, sound file of a district of Katowice. */
export const SMALL = `META
key;value
description;District PB in Katowice, Bogucice
country;Poland
unit;Katowice
district;Bogucice
instance;2022
num_projects;3
num_votes;4
budget;100000
vote_type;cumulative
rule;greedy-threshold
date_begin;10.09.2022
date_end;23.09.2022
max_sum_points;3
min_project_score_threshold;50
currency;PLN
PROJECTS
project_id;cost;votes;score;name;selected
L13/01/IX;60000;3;5;Ławki;0
L13/02/IX;50000.50;2;4;"Park ""Pod lipą""; etap 2";0
L13/03/IX;1000;1;1;Klub;0
VOTES
voter_id;vote;points;age;sex
1;L13/01/IX,L13/02/IX;2,1;9;F
2;L13/02/IX;3;41;M
3;L13/01/IX,L13/03/IX;2,1;;F
4;L13/01/IX;1;77;M
`;

export const fileOf = (text: string): PbFile => {
  const reading = readPb([bytesOf(text)]);
  if (!reading.ok) throw new Error(`${reading.fault.line}:${reading.fault.column} ${reading.fault.message}`);
  return reading.file;
};

export const faultOf = (text: string): PbFault => {
  const reading = readPb([bytesOf(text)]);
  expect(reading.ok).toBe(false);
  return (reading as { readonly fault: PbFault }).fault;
};
