/** Which mails about the workspace an operator gets: her own choice, which is nobody's deed but hers. */
import { externalId } from "../../core/id.ts";
import { setOperatorMail } from "../../store/operators.ts";
import { listReaderReports, setReaderOff } from "../../store/report-schedules.ts";
import type { By } from "../by.ts";
import { type ChangeParts, change } from "../change.ts";
import { notFound } from "../refusal.ts";

export type OwnMailWish = { id: string; weekly?: boolean; alerts?: boolean; reports: readonly { schedule: string; on: boolean }[] };

/** Refuses `not_found` for a report that is not sent to her. */
export async function chooseOwnMail(parts: ChangeParts, by: By, wish: OwnMailWish): Promise<void> {
  await change(parts, by, async (db) => {
    const hers = new Map((await listReaderReports(by.workspaceId, db, wish.id)).map((each) => [each.schedule_id, each.id]));
    for (const { schedule, on } of wish.reports) {
      const id = hers.get(schedule);
      if (id === undefined) throw notFound("schedule");
      await setReaderOff(by.workspaceId, db, { id, off: !on });
    }
    const { id, weekly, alerts } = wish;
    await setOperatorMail(by.workspaceId, db, { id, ...(weekly !== undefined && { weekly }), ...(alerts !== undefined && { alerts }) });
    return { result: undefined, deed: { action: "operator.mail_chosen", target: externalId("opr", wish.id) } };
  });
}
