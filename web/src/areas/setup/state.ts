/** How far she has come: kept with the workspace, so that another day, or another machine, goes on from there. */
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import type { Step } from "./steps.ts";

export type Task = { done_at?: string | null; due?: string; note?: string };
export type SetupState = {
  step?: Step;
  dismissed?: boolean;
  program?: string;
  answers?: Record<string, string>;
  seen?: string[];
  tasks?: Record<string, Task>;
};

/** What is stored, and how to change a part of it. */
export function useSetup() {
  const settings = useQuery(read("/v1/settings"));
  const state = (settings.data?.settings["setup"] ?? {}) as SetupState;
  const save = useAct({
    run: (change: SetupState) =>
      unwrap(api.PATCH("/v1/settings", { body: { settings: { setup: { step: "define", ...state, ...change } } } })),
    changes: ["/v1/settings"],
  });
  return { settings, state, save };
}
