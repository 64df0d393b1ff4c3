/** Saves a new program: refused where one of its key is there already, so that none is overwritten. */
import { GrapevineError } from "@grapevine/sdk";
import { useNavigate } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { useAct } from "../../kit/act.tsx";
import { t } from "../../words/say.ts";
import type { Json } from "./draft/path.ts";

export function useCreate(after?: () => void) {
  const navigate = useNavigate();
  return useAct({
    run: (document: Json) =>
      unwrap(
        api.PUT("/v1/programs/{program}", {
          params: { path: { program: String(document["key"]) }, query: { revision: 0 } },
          body: document as never,
        }),
      ),
    changes: ["/v1/programs"],
    done: () => t("The draft is made. Nobody sees it before you publish it."),
    after: (program) => {
      after?.();
      void navigate({ to: "/programs/$program/edit", params: { program: program.key } });
    },
  });
}

/** Another program has this key. */
export const isTaken = (error: unknown): boolean => error instanceof GrapevineError && error.problem.code === "draft_changed";
