/** The batch's file, filled in: what it would come to is shown before it is taken. */
import { Alert, Button, FileButton, Group, List as Bullets, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";

const CHANGES = ["/v1/payouts", "/v1/ledger", "/v1/rewards", "/v1/reports", "/v1/people"];
/** As the endpoint takes it. */
const MOST_BYTES = 16 * 1024 * 1024;

type Taken = { settled: number; failed: number; unchanged: number; unknown: string[] };

function send(batch: string, csv: string, dryRun: boolean): Promise<Taken> {
  return unwrap(
    api.POST("/v1/payouts/{batch}/results", {
      params: { path: { batch }, query: { dry_run: dryRun ? "true" : "false" } },
      body: csv as never,
      bodySerializer: (body: unknown) => body as string,
      headers: { "content-type": "text/csv" },
    }),
  ) as Promise<Taken>;
}

export function Results({ batch, waiting }: { batch: string; waiting: number }) {
  const [csv, setCsv] = useState("");
  const [name, setName] = useState<string | null>(null);
  const preview = useAct({ run: (text: string) => send(batch, text, true), changes: [] });
  const take = useAct({
    run: () => send(batch, csv, false),
    changes: CHANGES,
    done: ({ settled, failed }) => t("Taken: {settled} paid, {failed} failed.", { settled, failed }),
    after: () => (setCsv(""), setName(null), preview.reset()),
  });
  const all = useAct<{ reason: string }, Taken>({
    run: async () => {
      // The file's own rows, each said to have arrived: nothing is listed that is not in the batch.
      const items = await unwrap(api.GET("/v1/payouts/{batch}", { params: { path: { batch }, query: { items: "all" } } }));
      const open = items.items
        .filter((item) => item.state === "in_flight")
        .map((item) => ({ payout: item.id, state: "settled" as const }));
      return await unwrap(
        api.POST("/v1/payouts/{batch}/results", { params: { path: { batch }, query: { dry_run: "false" } }, body: { results: open } }),
      );
    },
    changes: CHANGES,
    done: ({ settled }) => t("{n, plural, one {# payout} other {# payouts}} paid.", { n: settled }),
  });
  const choose = (file: File | null): void => {
    if (file === null) return;
    if (file.size > MOST_BYTES) return preview.reset();
    setName(file.name);
    void file.text().then((text) => (setCsv(text), preview.mutate(text)));
  };
  return (
    <Section
      title={t("Results")}
      text={t("Fill in the file's columns state (settled or failed), reference and error, and bring it back. In parts, if need be.")}
    >
      <Stack gap="sm">
        <Group>
          <FileButton onChange={choose} accept=".csv,text/csv">
            {(props) => (
              <Button variant="default" {...props}>
                {t("Choose the file")}
              </Button>
            )}
          </FileButton>
          <AskAct
            label={t("All arrived")}
            consequence={t(
              "{n, plural, one {# payout that waits counts} other {# payouts that wait count}} as paid for good. " +
                "No later file may say otherwise.",
              { n: waiting },
            )}
            act={all}
          />
          {name !== null && <Text size="sm">{name}</Text>}
        </Group>
        <Textarea
          label={t("Or paste its rows")}
          description={t("With the heading: payout, state, reference, error.")}
          value={csv}
          onChange={(event) => (setCsv(event.currentTarget.value), preview.reset())}
          maxRows={8}
          styles={{ input: { fontFamily: "monospace" } }}
        />
        {csv.trim() !== "" && preview.data === undefined && (
          <Group>
            <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate(csv)}>
              {t("Look at it")}
            </Button>
          </Group>
        )}
        {preview.error && <ErrorState error={preview.error} />}
        {preview.data !== undefined && <Comes to={preview.data} take={take} leave={() => (setCsv(""), setName(null), preview.reset())} />}
      </Stack>
    </Section>
  );
}

type ComesProps = { to: Taken; take: { error: Error | null; isPending: boolean; mutate: () => void }; leave: () => void };

function Comes({ to, take, leave }: ComesProps) {
  return (
    <Alert variant="light" color="sky" title={t("What taking it comes to")}>
      <Bullets size="sm">
        <Bullets.Item>{t("{n, plural, one {# payout} other {# payouts}} paid", { n: to.settled })}</Bullets.Item>
        <Bullets.Item>{t("{n, plural, one {# payout} other {# payouts}} failed, and available again", { n: to.failed })}</Bullets.Item>
        {to.unchanged > 0 && <Bullets.Item>{t("{n} known already, unchanged", { n: to.unchanged })}</Bullets.Item>}
        {to.unknown.length > 0 && (
          <Bullets.Item>
            {t("{n} not of this batch, and left out: {some}", { n: to.unknown.length, some: to.unknown.slice(0, 3).join(", ") })}
          </Bullets.Item>
        )}
      </Bullets>
      {take.error && <ErrorState error={take.error} />}
      <Group mt="sm">
        <Button loading={take.isPending} disabled={to.settled + to.failed === 0} onClick={() => take.mutate()}>
          {t("Take the results")}
        </Button>
        <Button variant="default" onClick={leave}>
          {t("Leave it")}
        </Button>
      </Group>
    </Alert>
  );
}
