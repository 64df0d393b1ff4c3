/** What the routes of people's own side ask of flow. */
import type { AskedMoment } from "../core/feedback.ts";
import type { PayoutDetail } from "../core/payout-detail.ts";
import type { By } from "../flow/by.ts";
import type { PortalDoor } from "../flow/portal-door.ts";
import type { TokenWish } from "../flow/portal-keys.ts";
import type { InvitationLink, Invited, InviteWish } from "../flow/portal-invite.ts";
import type { ProviderWish } from "../flow/portal-oidc.ts";
import type { PortalJoinWish } from "../flow/portal-join.ts";
import type { AnswerWish, PreferenceChange, Question } from "../flow/portal-self.ts";
import type { Entered, StartWish } from "../flow/portal-sign-in.ts";
import type { Client } from "../store/db.ts";
import type { PayoutDetailRow } from "../store/payout-details.ts";

type LinkWish = { slug: string; token: string; browser: string | null };

export type PortalServices = {
  door: PortalDoor;
  createKey(by: By, name: string): Promise<{ id: string; secret: string }>;
  revokeKey(by: By, id: string): Promise<void>;
  startSignIn(wish: StartWish): Promise<void>;
  redeemCode(wish: { slug: string; email: string; code: string; browser: string | null }): Promise<Entered>;
  redeemLink(wish: LinkWish): Promise<Entered | null>;
  linkIsFor(wish: LinkWish): Promise<"open" | "elsewhere" | "over">;
  endCookie(cookie: string): Promise<void>;
  endEverywhere(of: { workspaceId: string; personId: string }): Promise<number>;
  join(by: By, wish: PortalJoinWish): Promise<{ status: string }>;
  invite(by: By, wish: InviteWish): Promise<Invited>;
  revokeInvitation(by: By, id: string): Promise<void>;
  /** The address of an invitation's row, opened; null once she joined. */
  invitedEmail(workspaceId: string, row: { email: string | null; program_id: string }): string | null;
  invitationIsOpen(of: InvitationLink): Promise<boolean>;
  followInvitation(of: InvitationLink): Promise<Entered | null>;
  changePreferences(by: By, wish: PreferenceChange): Promise<unknown>;
  setPayoutDetail(by: By, wish: { personId: string; detail: PayoutDetail | null }): Promise<PayoutDetailRow | null>;
  /** By person, for a file to pay from. */
  openPayoutDetails(db: Client, of: { workspaceId: string; people: readonly string[] }): Promise<Map<string, PayoutDetail>>;
  askForHelp(by: By, wish: Question): Promise<string>;
  putOffQuestion(by: By, wish: { personId: string; moment: AskedMoment }): Promise<void>;
  putNoticeAway(by: By, wish: { personId: string; announcement: string; followed: boolean }): Promise<boolean>;
  answerQuestion(by: By, wish: AnswerWish): Promise<void>;
  setProvider(by: By, wish: ProviderWish): Promise<void>;
  removeProvider(by: By): Promise<void>;
  leaveForProvider(of: { slug: string; redirectUri: string; browser: string; program: string | null }): Promise<string | null>;
  returnFromProvider(of: { slug: string; redirectUri: string; browser: string; code: string; state: string }): Promise<Entered | null>;
  mintToken(by: By, wish: TokenWish): Promise<{ token: string; expiresAt: number }>;
};
