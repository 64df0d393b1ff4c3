import { readWorkspace } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { settings, settingsView } from "../views/settings.ts";

export default endpoint({
  method: "GET",
  path: "/v1/settings",
  tag: "Settings",
  permission: "settings:read",
  summary: "Get the workspace's settings",
  response: settings,
  handler: ({ read }) => read(async (workspaceId, db) => settingsView((await readWorkspace(workspaceId, db))!)),
});
