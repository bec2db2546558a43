/** What a city does every day is no promise of its own: these words, and whatever else ends as they do. */
const HABITS =
  "\\p{L}*[uao]jemy|sprawdzamy|zamykamy|liczymy|zbieramy|ogłaszamy|robimy|chronimy|czekamy|znamy|szukamy|zaokrąglamy|używamy|wybieramy|pomijamy|możemy|programy|mamy";

/** How a sentence promises, by language: what you can do, what we shall do. What is said not to happen promises nothing. */
export const PROMISES_IN = {
  pl: new RegExp(
    `(?<!(?<!\\p{L})nie |\\p{L})(?:możesz|(?!(?:${HABITS})(?!\\p{L}))\\p{L}+[eiya]my|(?:otrzyma|dostanie|zobaczy|złoży|zagłosuje|odda|sprawdzi|potwierdzi|napisze|wypisze|znajdzie|dowie|pobierze|zgłosi)sz|przypom\\p{L}+|do dnia)(?!\\p{L})`,
    "iu",
  ),
  en: /\byou (?:can|may|will|receive|get(?! this message))\b|\bwe (?:will|shall|(?:send|put)(?! no)|write|answer|delete|destroy|name|submit|tell|remind)\b|\bhere you see\b/iu,
} as const;
