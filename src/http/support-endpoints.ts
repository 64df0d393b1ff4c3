/** Helping people: their questions, notes about them, answers kept for reuse. */
import type { Endpoint } from "./endpoint.ts";
import cannedChange from "./routes/canned-answers.change.ts";
import cannedCreate from "./routes/canned-answers.create.ts";
import cannedList from "./routes/canned-answers.list.ts";
import cannedRemove from "./routes/canned-answers.remove.ts";
import feedbackScores from "./routes/feedback.scores.ts";
import helpAnswer from "./routes/help.answer.ts";
import helpChange from "./routes/help.change.ts";
import helpGet from "./routes/help.get.ts";
import helpList from "./routes/help.list.ts";
import mailResend from "./routes/mail.resend.ts";
import notesAdd from "./routes/notes.add.ts";
import notesList from "./routes/notes.list.ts";
import notesRemove from "./routes/notes.remove.ts";
import peopleThank from "./routes/people.thank.ts";
import peopleThankNot from "./routes/people.thank-not.ts";
import peopleStory from "./routes/people.story.ts";
import referralsStory from "./routes/referrals.story.ts";

export const supportEndpoints: readonly Endpoint[] = [
  helpList,
  helpGet,
  helpChange,
  helpAnswer,
  feedbackScores,
  cannedList,
  cannedCreate,
  cannedChange,
  cannedRemove,
  notesList,
  notesAdd,
  notesRemove,
  peopleThank,
  peopleThankNot,
  peopleStory,
  referralsStory,
  mailResend,
];
