/** Operators, their invitations and sessions as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { ROLES } from "../../core/roles.ts";
import { isOneLine } from "../../core/text.ts";
import { formatInstant } from "../../core/time.ts";
import type { AccountSessionRow } from "../../store/account-sessions.ts";
import type { OperatorInvitationRow } from "../../store/operator-invitations.ts";
import type { OperatorRow } from "../../store/operators.ts";
import { instant } from "../schemas.ts";

export const role = z.enum(ROLES);

/** What an account is made of. */
export const accountFields = {
  name: z.string().trim().min(1).max(120).refine(isOneLine, { message: "One line, without control characters." }),
  email: z.email().max(254),
  password: z.string().min(10, "At least 10 characters.").max(128),
};

export const operator = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    two_factor: z.boolean().describe("Signs in with a one-time code as well."),
    disabled: z.boolean(),
    created_at: instant,
    last_seen_at: instant.nullable(),
    me: z.boolean().describe("Who is asking."),
  })
  .meta({ id: "Operator" });

export function operatorView(row: OperatorRow, asking: string | null): z.input<typeof operator> {
  return {
    id: externalId("opr", row.id),
    name: row.name,
    email: row.email,
    role: row.role,
    two_factor: row.two_factor,
    disabled: row.disabled_at !== null,
    created_at: formatInstant(row.created_at),
    last_seen_at: row.last_seen_at === null ? null : formatInstant(row.last_seen_at),
    me: row.id === asking,
  };
}

export const operatorInvitation = z
  .object({ id: z.string(), email: z.string().nullable(), role, invited_by: z.string(), created_at: instant, ends_at: instant })
  .meta({ id: "OperatorInvitation" });

export function operatorInvitationView(row: OperatorInvitationRow): z.input<typeof operatorInvitation> {
  const { email, role: as, invited_by } = row;
  const times = { created_at: formatInstant(row.created_at), ends_at: formatInstant(row.ends_at) };
  return { id: externalId("oin", row.id), email, role: as, invited_by, ...times };
}

export const session = z
  .object({
    id: z.string(),
    device: z.string().nullable().describe("As the browser names itself."),
    address: z.string().nullable().describe("The network address it began from."),
    created_at: instant,
    last_seen_at: instant,
    ends_at: instant.describe("A day after it was last used, a week after it began."),
    current: z.boolean(),
  })
  .meta({ id: "Session" });

export function sessionView(row: AccountSessionRow, currentId: string): z.input<typeof session> {
  return {
    id: externalId("ses", row.id),
    device: row.agent === "" ? null : row.agent,
    address: row.address === "" ? null : row.address,
    created_at: formatInstant(row.created_at),
    last_seen_at: formatInstant(row.seen_at),
    ends_at: formatInstant(row.ends_at),
    current: row.id === currentId,
  };
}
