import { z } from "zod";
import { listOperatorInvitations } from "../../store/operator-invitations.ts";
import { endpoint } from "../endpoint.ts";
import { operatorInvitation, operatorInvitationView } from "../views/operator.ts";

export default endpoint({
  method: "GET",
  path: "/v1/operator-invitations",
  tag: "Operators",
  permission: "operators:read",
  summary: "Who is invited to work in this workspace",
  description: "Those that can still be accepted.",
  response: z.object({ data: z.array(operatorInvitation) }).meta({ id: "OperatorInvitationList" }),
  handler: ({ read }) =>
    read(async (workspaceId, db) => ({ data: (await listOperatorInvitations(workspaceId, db)).map(operatorInvitationView) })),
});
