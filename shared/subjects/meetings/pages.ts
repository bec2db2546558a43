import { spoken } from "../../words/spoken.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { inOffice, wordsIn, said, textFor } = spoken({ pl, en, uk });
