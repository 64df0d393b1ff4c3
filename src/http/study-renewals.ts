/** Questions about studies as the pages of the console ask them when nothing was chosen, and what they mean today. */
import type { StudyQuestion } from "../flow/studies/renew.ts";
import type { StudyAsk, StudyName } from "../flow/studies/studies.ts";
import type { Client } from "../store/db.ts";
import { listPrograms } from "../store/programs.ts";
import { STUDY_ASKS } from "./study-questions.ts";

type AskOf = (workspaceId: string, db: Client, question: never) => Promise<StudyAsk<StudyName>>;

export async function askOfStudy(workspaceId: string, db: Client, { name, question }: StudyQuestion): Promise<object> {
  return await (STUDY_ASKS as Partial<Record<StudyName, AskOf>>)[name]!(workspaceId, db, question as never);
}

/** Programs whose growth is worked out before anybody looks. */
const PROGRAMS = 5;

/** Their routes' usual values, and the console's where it says its own; test/http/studies.test.ts holds them to it. */
export async function usualStudies(workspaceId: string, db: Client): Promise<StudyQuestion[]> {
  const live = (await listPrograms(workspaceId, db, { before: null, limit: 100 })).filter(({ status }) => status === "live");
  return [
    { name: "value", question: { by: "referred", weeks: 104, discount: 0.1, people: 10 } },
    { name: "subscriptions", question: { renews: "month", weeks: 104, discount: 0.1 } },
    { name: "credit", question: { lookback: 90 } },
    { name: "advocating", question: { days: 90 } },
    { name: "likely", question: { days: 90, people: 100, together: 50 } },
    { name: "good_friends", question: { days: 180, within: 30, people: 50 } },
    { name: "rings", question: { grade: 30, limit: 50 } },
    ...live.slice(0, PROGRAMS).flatMap(({ key: program }) => [
      { name: "tree" as const, question: { program, of: { picture: 2_000 } } },
      { name: "tree" as const, question: { program, of: { after: null, limit: 50 } } },
    ]),
    ...live.slice(0, PROGRAMS).map(({ key }) => ({ name: "growth" as const, question: { program: key, window: 30, joined: 365 } })),
  ];
}
