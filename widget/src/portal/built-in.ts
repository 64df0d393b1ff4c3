/** The few words that are needed where the server's have not come: the page is offline, or this is its first moment. */
export const BUILT_IN: Readonly<Record<string, string>> = {
  "state.loading": "Loading",
  "trouble.offline.title": "You are offline",
  "trouble.offline.text": "The server could not be reached. Nothing is lost. Check your connection and try again.",
  "trouble.ours.title": "This did not work",
  "trouble.ours.text": "The fault is ours. Nothing is lost. Try again in a minute.",
  "trouble.gone.title": "There is nothing here",
  "trouble.gone.text": "This program does not exist, or it is over.",
  "trouble.slow_down.title": "Too many tries",
  "trouble.slow_down.text": "Wait a moment, then try again.",
  "trouble.signed_out.title": "You are signed out",
  "trouble.signed_out.text": "Your visit has ended. Open this page again to go on.",
  "trouble.refused.title": "This was not accepted",
  "trouble.refused.text": "Check what you entered and try again.",
  "act.again": "Try again",
};
