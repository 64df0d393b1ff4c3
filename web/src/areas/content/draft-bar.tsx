/** What is above every editor of a draft: undo, save, and in plain words when it goes live. */
import { ActionIcon, Alert, Box, Button, Group, Text, Tooltip } from "@mantine/core";
import { Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { api, unwrap } from "../../api/client.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { ErrorState, Lines } from "../../kit/states.tsx";
import { list } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Draft, isAhead, partsThatDiffer, useDraft } from "./draft.ts";

/** Draws an editor once the draft is there. */
export function WithDraft({ program, children }: { program: string; children: (draft: Draft) => ReactNode }) {
  const { draft, error, again } = useDraft(program);
  if (draft === null) return error ? <ErrorState error={error} retry={again} /> : <Lines n={8} height={28} />;
  return <>{children(draft)}</>;
}

export function DraftBar({ draft, pick }: { draft: Draft; pick: ReactNode }) {
  const may = useMay();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      if (draft.dirty) draft.save();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
  return (
    <Box>
      <Group align="flex-end" justify="space-between" gap="sm">
        {pick}
        {may("programs:write") && (
          <Group gap="xs">
            <Tooltip label={t("Undo")}>
              <ActionIcon variant="default" size={36} aria-label={t("Undo")} disabled={!draft.canUndo} onClick={draft.undo}>
                <Undo2 size={18} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t("Redo")}>
              <ActionIcon variant="default" size={36} aria-label={t("Redo")} disabled={!draft.canRedo} onClick={draft.redo}>
                <Redo2 size={18} />
              </ActionIcon>
            </Tooltip>
            <Button onClick={draft.save} loading={draft.saving} disabled={!draft.dirty}>
              {t("Save draft")}
            </Button>
            <Publish draft={draft} />
          </Group>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt={6} role="status">
        {standing(draft)}
      </Text>
      <Findings draft={draft} />
      <Box mt="xs">{draft.conflict ? <Conflict draft={draft} /> : draft.error && <ErrorState error={draft.error} />}</Box>
    </Box>
  );
}

/** What keeps the saved draft from being published. */
function Findings({ draft }: { draft: Draft }) {
  const errors = draft.program.findings.filter((each) => each.severity === "error");
  if (draft.dirty || errors.length === 0 || !isAhead(draft.program)) return null;
  return (
    <Alert color="rust" mt="xs" title={t("It cannot be published yet")}>
      {errors.map(({ pointer, message }) => (
        <Text key={pointer + message} size="sm">
          {message}
        </Text>
      ))}
    </Alert>
  );
}

function standing({ dirty, program }: Draft): string {
  if (dirty) return t("Not saved yet. Your changes are kept in this tab.");
  if (program.status === "draft") return t("Saved as a draft. Nobody sees it before the program is published.");
  if (isAhead(program))
    return t("Saved as a draft. People still see version {n}; the draft goes live when you publish it.", { n: program.version ?? 0 });
  return t("This is live, in version {n}. What you change here becomes a draft first.", { n: program.version ?? 0 });
}

function Publish({ draft }: { draft: Draft }) {
  const may = useMay();
  const { program } = draft;
  const publish = useAct<{ reason: string }>({
    run: () => unwrap(api.POST("/v1/programs/{program}/publish", { params: { path: { program: program.key } }, body: {} })),
    changes: ["/v1/programs", "/v1/programs/{program}", "/v1/portal"],
    done: () => t("Published. People see it now."),
  });
  if (!may("programs:publish") || !isAhead(program) || draft.dirty) return null;
  if (program.findings.some((each) => each.severity === "error")) return null;
  const parts = program.definition === null ? [] : partsThatDiffer(program.definition, program.draft!);
  return (
    <AskAct
      label={t("Publish")}
      act={publish}
      consequence={
        parts.length === 0
          ? t("The whole draft goes live at once: the program, its page, its texts and its terms.")
          : t("The whole draft goes live at once, not only this page. It differs from what is live in: {parts}.", { parts: list(parts) })
      }
    />
  );
}

function Conflict({ draft }: { draft: Draft }) {
  const theirs = partsThatDiffer(draft.base, draft.program.draft ?? draft.program.definition ?? {});
  return (
    <Alert color="amber" role="alert" title={t("Somebody else saved this program meanwhile")}>
      <Text size="sm">
        {theirs.length === 0
          ? t("Nothing of yours is lost. Look at what they saved, or save yours over it.")
          : t("They changed: {parts}. Nothing of yours is lost. Look at what they saved, or save yours over it.", {
              parts: list(theirs),
            })}
      </Text>
      <Group mt="xs">
        <Button size="xs" variant="default" onClick={draft.takeTheirs}>
          {t("Take theirs, drop mine")}
        </Button>
        <Button size="xs" color="rust" variant="light" onClick={draft.keepMine}>
          {t("Save mine over theirs")}
        </Button>
      </Group>
    </Alert>
  );
}
