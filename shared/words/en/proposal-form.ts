import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

export const proposalForm: Words["proposalForm"] = {
  fields: {
    title: { label: "Title", hint: "At most 120 characters" },
    pool: {
      label: "Pool",
      hint: "Choose the district that the idea is about. An idea for the whole city goes to the citywide pool.",
    },
    estimate: { label: "Cost with tax", hint: "An estimate in złoty. The office will check it." },
    name: { label: "First and last name", hint: "" },
    isNamePublic: { label: "My name may be published with the proposal", hint: "" },
    guardian: { label: "First and last name of your guardian", hint: "Say it if you are not that old yet." },
    summary: { label: "In brief", hint: "One or two sentences." },
    description: { label: "Description", hint: "What is to be made. Do not give personal data." },
    why: { label: "Why", hint: "Which problem this idea solves." },
    forWhom: { label: "For whom", hint: "Who will use it." },
    access: {
      label: "Access for everyone",
      hint: "Who can use it and how. For example: no steps at the entrance, benches with backs, signs in large print, quiet hours.",
    },
    category: { label: "Category", hint: "What the idea is about. It helps others to find it." },
    place: { label: "Place", hint: "An address, or a description of the place." },
    point: { label: "Coordinates", hint: "Copy them from a map on your phone, for example 50.2683, 19.0419" },
    costLines: {
      label: "Cost",
      hint: "What has to be bought and done. Prices with tax. The office will check them.",
    },
    upkeep: { label: "Yearly upkeep", hint: "What the city will spend each year once it is ready." },
    livesHere: { label: "I live in this city", hint: "" },
    age: { label: "Age", hint: "" },
  },
  atMost: (letters) =>
    `At most ${f.number(letters)} ${f.plural(letters, { one: "character", other: "characters" })}.`,
  lines: {
    caption: "What the cost is made of",
    name: "Name",
    quantity: "Quantity",
    unit: "Unit",
    unitCost: "Price of one, with tax",
    cost: "Together",
    sum: "Sum",
  },
  poolOption: (name, cap) => `${name}, up to ${cap}`,
  quantityHint: "Quantity: for example 5 or 12.5.",
  unitHint: "Unit: for example pcs or m.",
  lineOf: (n) => `Line ${n}`,
  moreLines: "Add lines",
  cap: (pool, cap) => `Pool ${pool}: one project costs at most ${cap}.`,
  left: (sum, left) => `Cost saved so far: ${sum}. ${left} left up to the limit.`,
  age: {
    question: (years) => `Are you ${f.number(years)} or older?`,
    "of-age": "Yes",
    minor: "No",
  },
  yes: "Yes",
  no: "No",
  say: {
    "/category": "Choose a category from the list.",
    "/pool": "Choose a pool from the list.",
    "/estimate": "Enter the cost in złoty, for example 12 500.",
    "/upkeep": "Enter the cost in złoty, for example 1 200.",
    "/point": "Enter two numbers: latitude and longitude in Poland.",
  },
  sayLine: {
    name: "Enter what it is.",
    quantity: "Enter how many, for example 5 or 12.5.",
    unit: "Enter the unit, for example pcs.",
    price: "Enter the price in złoty, for example 2 500.",
  },
  tasks: { idea: "Idea", place: "Place", cost: "Cost", author: "About you" },
  drafts: {
    title: "Your proposals",
    as: (email) => `We send the decisions to ${email}.`,
    none: "You have no proposal in this call yet.",
    nothing: "There is no proposal from this address in this edition.",
    untitled: "A proposal without a title",
    draft: "Draft",
    saved: "saved",
    begin: "Begin a new proposal",
    tooMany: (most) => `One address has ${f.number(most)} proposals in a call at most.`,
  },
  draft: {
    title: "Your proposal: a draft",
    saved: (at) => `Saved ${f.moment(at)}.`,
    unsaved: "Nothing is saved yet.",
    until: (at) => `Deadline: ${f.deadline(at)}.`,
    over: "The call has ended. This proposal can no longer be submitted.",
    keep: "This page works on every device. Only who knows its address sees it.",
    lost: "Lost this address? Give your e-mail on the page of the call.",
    steps: "Fill in these parts in any order",
    ready: "Ready",
    lacking: (fields) => `Missing: ${fields}`,
    support: "Support",
    supportLater: (needed) =>
      needed === null
        ? "It is gathered once the proposal is submitted."
        : `It is gathered once the proposal is submitted. People needed: ${f.number(needed)}.`,
    check: "Check and submit",
    remove: "Delete the draft",
    removeTitle: "Delete the draft?",
    removeLead: "It cannot be brought back.",
    keepIt: "Keep it",
  },
  outlines: {
    chooseDistrict: "Click the district of this place on the map.",
    choosePoint: (district: string): string =>
      `${district}: click this place on the outline, or type its coordinates below.`,
    outside: "The click is outside the outline. Click within it, or type the coordinates.",
    marked: (point: string): string => `Marked point: ${point}.`,
    unsaved: "Save to keep it.",
    all: "Show the whole map",
  },
  similar: {
    title: "Similar proposals",
    lead: "See whether somebody has already proposed the same, and what became of it.",
    about: (edition, cost) => `edition ${edition}, ${cost}`,
    usual: (cost) => `Similar projects usually cost about ${cost}.`,
  },
  task: {
    save: "Save",
    back: "All parts of the proposal",
    conflict: (at) => `This part was saved elsewhere${at === null ? "" : `: ${f.moment(at)}`}`,
    conflictLead: "Below is what you are writing now. Save again to replace the other version:",
  },
  check: {
    title: "Check the proposal",
    lead: "This is how residents will see it. Until the call ends you can still change or withdraw it.",
    lacking: "Fill in before you submit",
    submit: "Submit the proposal",
    namePublic: "Name is public",
    isPrivate: "No, only the office sees it",
  },
  edit: {
    title: "Change the proposal",
    lead: (until) =>
      `The proposal can be changed until: ${f.deadline(until)}. Each change stays in its history.`,
    pool: "The pool cannot be changed: the number of the proposal has it.",
    changed: (fields) => `The author changed: ${fields}`,
  },
};
