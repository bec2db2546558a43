import type { Words } from "../words.ts";

export const frame: Words["frame"] = {
  service: "Participatory budget and consultations",
  errorPrefix: "Error:",
  skip: "Skip to content",
  menu: "Menu",
  back: "Back",
  home: "Home page",
  signIn: "Sign in",
  contact: "Questions? Write to us:",
  nav: [
    ["/projekty", "Projects"],
    ["/zglos", "Propose"],
    ["/glosuj", "Vote"],
    ["/wyniki", "Results"],
    ["/spotkania", "Meetings"],
    ["/konsultacje", "Consultations"],
  ],
  footer: [
    ["/dostepnosc", "Accessibility statement"],
    ["/prywatnosc", "Privacy"],
    ["/ciasteczka", "Cookies"],
    ["/docs", "API and open data"],
    ["/urzad", "For the office"],
  ],
};
