/** What routes and pages about mail ask of flow. */
import type { DomainReport } from "../core/messages/mail-domain.ts";
import type { By } from "../flow/by.ts";
import type { BounceKind } from "../flow/mail-bounces.ts";
import type { ChoiceAsk, ChoicePage, Choices, ChoiceWish } from "../flow/mail-choices.ts";
import type { FriendWish } from "../flow/mail-invite.ts";
import type { SampleWish } from "../flow/mail-sample.ts";
import type { MailView, PreviewAsk } from "../flow/mail-view.ts";

export type MailServices = {
  unsubscribePage(ask: ChoiceAsk): Promise<ChoicePage | null>;
  unsubscribe(ask: ChoiceAsk): Promise<ChoicePage | null>;
  choices(ask: ChoiceAsk): Promise<Choices | null>;
  saveChoices(ask: ChoiceAsk, wish: ChoiceWish): Promise<Choices | null>;
  view(workspaceId: string, of: { id: string; publicUrl: string }): Promise<MailView | null>;
  preview(ask: PreviewAsk): Promise<{ subject: string; html: string; text: string }>;
  sendSample(by: By, wish: SampleWish): Promise<{ id: string; address: string }>;
  checkDomain(workspaceId: string): Promise<DomainReport | null>;
  /** @returns how many were addresses. */
  noteBounces(by: By, of: { bounces: readonly { email: string; kind: BounceKind }[]; source: string }): Promise<number>;
  inviteFriend(by: By, wish: FriendWish): Promise<void>;
};
