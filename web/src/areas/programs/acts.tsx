/** Pause, resume, end, duplicate: each says what follows before it happens. */
import { Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { t } from "../../words/say.ts";
import type { Program } from "./draft/draft.tsx";

const CHANGES = ["/v1/programs", "/v1/home"];

export function Acts({ program }: { program: Program }) {
  const { key, status } = program;
  const may = useMay();
  const copy = { component: Link, to: "/programs/new", search: { copy: key } } as object;
  const publishes = may("programs:publish");
  return (
    <Group gap="xs">
      {publishes && status === "live" && <Pause program={key} />}
      {publishes && status === "paused" && <Resume program={key} />}
      {may("programs:write") && (
        <Button variant="default" {...copy}>
          {t("Duplicate")}
        </Button>
      )}
      {publishes && (status === "live" || status === "paused") && <End program={key} />}
      {!publishes && !may("programs:write") && (
        <Text size="sm" c="dimmed">
          {t("Your role may look and not change.")}
        </Text>
      )}
    </Group>
  );
}

const at = (program: string) => ({ params: { path: { program } } });
const pause = (program: string): Promise<Program> => unwrap(api.POST("/v1/programs/{program}/pause", at(program))) as Promise<Program>;
const resume = (program: string): Promise<Program> => unwrap(api.POST("/v1/programs/{program}/resume", at(program))) as Promise<Program>;

function Pause({ program }: { program: string }) {
  const act = useAct({
    run: (_input: { reason: string }) => pause(program),
    changes: CHANGES,
    done: () => t("The program is paused."),
    undo: () => resume(program),
  });
  return (
    <AskAct
      label={t("Pause")}
      act={act}
      consequence={[
        t("From now on no purchase or sign-up earns anything, and pages say that the program rests. What was earned stays and is paid."),
        t("You can resume it at any time; what happened in between does not count later."),
      ].join(" ")}
    />
  );
}

function Resume({ program }: { program: string }) {
  const act = useAct({
    run: (_input: { reason: string }) => resume(program),
    changes: CHANGES,
    done: () => t("The program is live again."),
    undo: () => pause(program),
  });
  return (
    <AskAct
      label={t("Resume")}
      act={act}
      button={{ variant: "filled" }}
      consequence={t("From now on purchases and sign-ups earn again. What happened while it was paused does not count.")}
    />
  );
}

function End({ program }: { program: string }) {
  const act = useAct({
    run: (_input: { reason: string }) => unwrap(api.POST("/v1/programs/{program}/end", at(program))),
    changes: CHANGES,
    done: () => t("The program has ended."),
  });
  return (
    <AskAct
      label={t("End for good")}
      act={act}
      button={{ color: "rust" }}
      consequence={[
        t("It earns nothing more and cannot be resumed: this has no undo. Links lead on to your page."),
        t("An experiment that runs in it is stopped."),
        t("What was earned stays and is paid. To go on later, duplicate it."),
      ].join(" ")}
    />
  );
}
