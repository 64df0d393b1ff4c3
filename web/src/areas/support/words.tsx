/** States of tickets and feedback: one word, one colour, one sentence. And the pages of this area. */
import { SubNav } from "../../kit/sub-nav.tsx";
import type { Tone } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

export function stateWord(state: string): { tone: Tone; word: string; why: string } {
  switch (state) {
    case "open":
      return { tone: "amber", word: t("open"), why: t("Nobody has answered yet.") };
    case "waiting":
      return { tone: "sky", word: t("waiting"), why: t("It waits for her, or for somebody else.") };
    case "answered":
      return { tone: "leaf", word: t("answered"), why: t("She was answered: a mail told her, and she reads it on her own side.") };
    case "closed":
      return { tone: "gray", word: t("closed"), why: t("Nothing more is to be done.") };
    case "new":
      return { tone: "amber", word: t("new"), why: t("Nobody has looked at it yet.") };
    case "planned":
      return { tone: "sky", word: t("planned"), why: t("It is to be done.") };
    default:
      return { tone: "leaf", word: t("done"), why: t("Whoever asked was told.") };
  }
}

/**
 * What was changed about a ticket or feedback, in a sentence: several notes can stand below each other, each with its own "Undo".
 * `name`: who looks after it now; empty for whoever reads this.
 */
export function changeWords(change: { state?: string; assigned?: string | null; tags?: string[]; kind?: string }, name: string): string {
  if (change.state !== undefined) return t("State: {state}.", { state: stateWord(change.state).word });
  if (change.tags !== undefined) return t("The tags are kept.");
  if (change.kind !== undefined) return change.kind === "feedback" ? t("It is feedback now.") : t("It is a question now.");
  if (change.assigned === null) return t("Nobody looks after it now.");
  return name === "" ? t("You look after it now.") : t("{name} looks after it now.", { name });
}

export function SupportNav() {
  return (
    <SubNav
      label={t("Support")}
      of={[
        { to: "/support", label: t("Tickets") },
        { to: "/support/feedback", label: t("Feedback") },
        { to: "/support/answers", label: t("Kept answers") },
        { to: "/referrals/desk", label: t("Where is my reward?") },
      ]}
    />
  );
}
