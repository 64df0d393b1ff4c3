/** Endpoints about who works in a workspace, and about a further one. */
import operatorInvitationsCreate from "./routes/operator-invitations.create.ts";
import operatorInvitationsList from "./routes/operator-invitations.list.ts";
import operatorInvitationsRevoke from "./routes/operator-invitations.revoke.ts";
import operatorsAdd from "./routes/operators.add.ts";
import operatorsChange from "./routes/operators.change.ts";
import operatorsList from "./routes/operators.list.ts";
import operatorsRemove from "./routes/operators.remove.ts";
import sessionsEnd from "./routes/sessions.end.ts";
import sessionsList from "./routes/sessions.list.ts";
import workspacesClose from "./routes/workspaces.close.ts";
import workspacesClosing from "./routes/workspaces.closing.ts";
import workspacesCreate from "./routes/workspaces.create.ts";
import workspacesReopen from "./routes/workspaces.reopen.ts";

export const operatorEndpoints = [
  operatorsAdd,
  operatorsList,
  operatorsChange,
  operatorsRemove,
  operatorInvitationsCreate,
  operatorInvitationsList,
  operatorInvitationsRevoke,
  sessionsList,
  sessionsEnd,
  workspacesCreate,
  workspacesClosing,
  workspacesClose,
  workspacesReopen,
];
