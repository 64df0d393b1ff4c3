/** An import while it runs, and what became of its rows. */
import { Alert, Button, Group, Progress, Stack, Table, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Figure, Section } from "../../kit/page.tsx";
import { AskAct, useAct } from "../../kit/act.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { Run } from "./import-run.ts";
import { saveFile } from "./save-file.ts";

type RunningProps = { run: Run; name: string; pause: () => void; resume: () => void; giveUp: () => Promise<void> };

export function Running({ run, name, pause, resume, giveUp }: RunningProps) {
  const share = run.total === 0 ? 1 : run.bytes / run.total;
  const end = useAct<{ reason: string }>({ run: () => giveUp(), changes: ["/v1/imports"] });
  return (
    <Section
      title={t("Importing {name}", { name })}
      text={t(
        "You can pause at any time. What was sent stays, and sending it again changes nothing. Stay on this page until it is done.",
      )}
    >
      <Stack gap="md">
        <Progress value={100 * share} size="lg" aria-label={t("Progress")} animated={run.status === "running"} />
        <Counts run={run} />
        <Text size="sm" role="status">
          {run.status === "running"
            ? t("{share} sent", { share: percent(share) })
            : run.status === "paused"
              ? t("Paused at {share}", { share: percent(share) })
              : t("Stopped at {share}. Nothing is lost: go on when the problem is gone.", { share: percent(share) })}
        </Text>
        {run.error !== null && <ErrorState error={run.error} />}
        <Group>
          {run.status === "running" ? (
            <Button variant="default" onClick={pause}>
              {t("Pause")}
            </Button>
          ) : (
            <Button onClick={resume}>{t("Go on")}</Button>
          )}
          {run.status !== "running" && (
            <AskAct
              label={t("End here")}
              consequence={t("The rows that were sent stay. The rest of the file is not imported.")}
              act={end}
              button={{ variant: "subtle" }}
            />
          )}
        </Group>
      </Stack>
    </Section>
  );
}

function Counts({ run }: { run: Run }) {
  return (
    <Group gap="xl" align="flex-start">
      <Figure label={t("Taken")} value={number(run.accepted - run.duplicates)} hint={t("New rows.")} />
      <Figure label={t("Known already")} value={number(run.duplicates)} hint={t("Came before: nothing was done twice.")} />
      <Figure label={t("Refused")} value={number(run.refused)} hint={t("Each with its reason.")} />
    </Group>
  );
}

type ReportProps = { run: Run; lines: readonly string[]; header: string; name: string; again: () => void };

export function Report({ run, lines, header, name, again }: ReportProps) {
  const navigate = useNavigate();
  const whole = run.bytes >= run.total;
  const save = (): void => saveFile(`${name.replace(/\.[^.]*$/, "")}-refused.csv`, `\uFEFF${header}${lines.join("")}`, "text/csv");
  return (
    <Section title={whole ? t("{name} is imported", { name }) : t("{name} was ended early", { name })}>
      <Stack gap="md">
        <Counts run={run} />
        {!whole && (
          <Alert color="amber" variant="light">
            {t("Only a part of the file was sent. What was sent stays; importing the whole file again adds the rest.")}
          </Alert>
        )}
        {run.refused === 0 ? (
          <Text size="sm">{t("Every row was taken.")}</Text>
        ) : (
          <>
            <Table aria-label={t("Refused rows by reason")}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("Why")}</Table.Th>
                  <Table.Th ta="end" w={110}>
                    {t("Rows")}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {run.reasons.slice(0, 50).map((reason) => (
                  <Table.Tr key={reason.code}>
                    <Table.Td style={{ overflowWrap: "anywhere" }}>
                      {reason.message}
                      <Text size="xs" c="dimmed">
                        {reason.code}
                      </Text>
                    </Table.Td>
                    <Table.Td ta="end">{number(reason.rows)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <Text size="sm" className="gv-text">
              {t(
                "The file holds the refused rows as they were, each with its number and the reason. Mend them there and import that file.",
              )}
            </Text>
          </>
        )}
        <Group>
          {run.refused > 0 && <Button onClick={save}>{t("Download the refused rows")}</Button>}
          <Button variant="default" onClick={() => void navigate({ to: "/people" })}>
            {t("See the people")}
          </Button>
          <Button variant="subtle" onClick={again}>
            {t("Import another file")}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
