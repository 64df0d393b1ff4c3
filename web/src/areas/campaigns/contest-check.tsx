/** "Verify": the published list, hashes and draw, checked here and now, without asking the server whether it was right. */
import { Box, Button, List, Modal, Stack, Text, ThemeIcon } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Check, X } from "lucide-react";
import { api, unwrap } from "../../api/client.ts";
import { useAct } from "../../kit/act.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import type { Contest } from "./contest-words.ts";
import { type Checked, checkDraw } from "./contest-verify.ts";

export function CheckDraw({ contest, draw }: { contest: Contest; draw: NonNullable<Contest["draw"]> }) {
  const [opened, { open, close }] = useDisclosure();
  const act = useAct({
    run: async () => {
      const list = (await unwrap(
        api.GET("/v1/contests/{contest}/entries", { params: { path: { contest: contest.key } }, parseAs: "text" }),
      )) as unknown as string;
      const { seed, seed_hash: seedHash, entries_hash: listHash, beacon, winners, alternates } = draw;
      const checked = await checkDraw({
        contest: contest.key,
        list,
        listHash: listHash ?? "",
        seed,
        seedHash,
        beacon,
        picks: winners + alternates,
      });
      const order = draw.drawn.map(({ participant }) => participant);
      return {
        ...checked,
        same: checked.drawn === null ? null : checked.drawn.join("\n") === order.join("\n"),
        list: checked.list,
        text: list,
      };
    },
    changes: [],
  });
  const start = (): void => (open(), act.mutate());
  return (
    <>
      <Button variant="default" size="xs" loading={act.isPending} onClick={start}>
        {t("Verify")}
      </Button>
      <Modal opened={opened} onClose={close} title={t("Verified in this browser")} size="lg">
        {act.error && <ErrorState error={act.error} />}
        {act.data !== undefined && <Found of={act.data} contest={contest.key} />}
      </Modal>
    </>
  );
}

type Outcome = Omit<Checked, "drawn"> & { same: boolean | null; text: string };

function Found({ of, contest }: { of: Outcome; contest: string }) {
  const save = (): void => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([of.text], { type: "text/plain" }));
    link.download = `${contest}-entries.txt`;
    link.click();
  };
  return (
    <Stack>
      <Box role="status">
        <List spacing="xs" listStyleType="none">
          <Line
            good={of.list}
            yes={t("The list of entries is the one whose hash was published.")}
            no={t("The list is not the one whose hash was published.")}
          />
          {of.seed !== null && (
            <Line
              good={of.seed}
              yes={t("The seed is the one that was committed to before the contest.")}
              no={t("The seed is not the one that was committed to.")}
            />
          )}
          {of.same !== null && (
            <Line
              good={of.same}
              yes={t("Drawn again, the same people come out in the same order.")}
              no={t("Drawn again, others come out.")}
            />
          )}
        </List>
      </Box>
      <Text size="sm" c="dimmed">
        {t("Whoever doubts it can do the same without us: the list as a file, and the program examples/verify-draw.")}
      </Text>
      <Button variant="default" onClick={save}>
        {t("Save the list of entries")}
      </Button>
    </Stack>
  );
}

function Line({ good, yes, no }: { good: boolean; yes: string; no: string }) {
  return (
    <List.Item
      icon={
        <ThemeIcon size={22} radius="xl" color={good ? "leaf" : "rust"}>
          {good ? <Check size={14} /> : <X size={14} />}
        </ThemeIcon>
      }
    >
      {good ? yes : no}
    </List.Item>
  );
}
