/** "Keep this view": what the address asks for, under a name. */
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Bookmark } from "lucide-react";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { useAct } from "../../kit/act.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import type { ReportKey, ReportSearch } from "./search.ts";
import { type KeptQuery, movingDays, queryOf } from "./views.ts";

const CHANGES = ["/v1/report-views"];

type View = { name: string; report: ReportKey; query: KeptQuery };
export const keepView = async (view: View) => await unwrap(api.POST("/v1/report-views", { body: view as never }));

export function KeepView({ of, title, search }: { of: ReportKey; title: string; search: ReportSearch }) {
  const may = useMay();
  const [opened, { open, close }] = useDisclosure();
  const moving = movingDays(search);
  const [name, setName] = useState("");
  const keep = useAct({
    run: () => keepView({ name: name.trim() || title, report: of, query: queryOf(search, moving) }),
    changes: CHANGES,
    done: (view) => t("“{name}” is kept. It stands in the list of pages.", { name: view.name }),
    undo: async (view) => await unwrap(api.DELETE("/v1/report-views/{view}", { params: { path: { view: view.id } } })),
    after: () => (setName(""), close()),
  });
  if (!may("reports:write")) return null;
  return (
    <>
      <Button variant="default" leftSection={<Bookmark size={16} aria-hidden />} onClick={open}>
        {t("Keep this view")}
      </Button>
      <Modal opened={opened} onClose={close} title={t("Keep this view")}>
        <form onSubmit={(event) => (event.preventDefault(), keep.mutate())}>
          <Stack gap="sm">
            <TextInput
              label={t("Name")}
              description={t("Everybody who works here sees it.")}
              placeholder={title}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <Text size="sm" c="dimmed">
              {moving === null
                ? t("Its days stay those that are chosen now.")
                : t("It is about the last {n} days, whenever it is opened.", { n: Number(moving) })}{" "}
              {t("Program, comparison and cut are kept as they are.")}
            </Text>
            {keep.error && <ErrorState error={keep.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t("Cancel")}
              </Button>
              <Button type="submit" loading={keep.isPending}>
                {t("Keep this view")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
