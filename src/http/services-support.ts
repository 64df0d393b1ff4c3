/** What the routes of support ask of flow. */
import type { ThanksWish } from "../flow/thanks.ts";
import type { By } from "../flow/by.ts";
import type { TicketChange } from "../flow/support.ts";

export type SupportServices = {
  addNote(by: By, wish: { personId: string; text: string }): Promise<string>;
  removeNote(by: By, wish: { personId: string; id: string }): Promise<void>;
  changeTicket(by: By, wish: TicketChange): Promise<void>;
  putCanned(
    by: By,
    wish: { id: string | null; name?: string | undefined; text?: string | undefined; language?: string | null | undefined },
  ): Promise<string>;
  removeCanned(by: By, id: string): Promise<void>;
  sendThanks(by: By, wish: ThanksWish): Promise<{ note: string; dueAt: number }>;
  withdrawThanks(by: By, wish: { personId: string; note: string }): Promise<void>;
  resendMail(by: By, id: string): Promise<void>;
};
