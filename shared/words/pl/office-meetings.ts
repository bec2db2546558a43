/** What the office is told of entries that others change, too. */
export const officeMeetings = {
  stale: "Ktoś zmienił ten wpis w tym czasie. Otwórz go ponownie i powtórz zmianę.",
};
