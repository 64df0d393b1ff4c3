/** The landing page of the draft, drawn by the server, in a frame that can do nothing. */
import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../../api/client.ts";
import { ErrorState, Lines } from "../../../kit/states.tsx";
import { language, t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";

export function PagePreview() {
  const { document, program } = useDraft();
  const [settled] = useDebouncedValue(document, 600);
  const [device, setDevice] = useState("phone");
  const shown = useQuery({
    queryKey: ["/v1/programs/{program}/landing/preview", program.key, settled],
    queryFn: () =>
      unwrap(
        api.POST("/v1/programs/{program}/landing/preview", {
          params: { path: { program: program.key } },
          body: { definition: settled as never, locale: language(), name: "Anna" },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t("As a friend of Anna sees it.")}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t("Device")}
          value={device}
          onChange={setDevice}
          data={[
            { value: "phone", label: t("Phone") },
            { value: "wide", label: t("Computer") },
          ]}
        />
      </Group>
      {shown.error !== null && <ErrorState error={shown.error} />}
      {shown.data === undefined && shown.error === null && <Lines n={6} />}
      {shown.data !== undefined && <Framed html={shown.data.html} wide={device === "wide"} />}
    </Stack>
  );
}

const WIDE = 1200;
/** The frame runs nothing; what would be refused is not asked for. */
const SCRIPTS = /<script\b[\s\S]*?<\/script>/gi;

function Framed({ html, wide }: { html: string; wide: boolean }) {
  const scale = 0.32;
  return (
    <div
      style={{
        overflow: "hidden",
        border: "1px solid var(--mantine-color-default-border)",
        borderRadius: 8,
        height: 560,
        maxWidth: wide ? undefined : 390,
        marginInline: "auto",
      }}
    >
      <iframe
        title={t("Landing page")}
        sandbox=""
        srcDoc={html.replaceAll(SCRIPTS, "")}
        style={
          wide
            ? { border: 0, width: WIDE, height: 560 / scale, transform: `scale(${scale})`, transformOrigin: "0 0" }
            : { border: 0, width: "100%", height: 560 }
        }
      />
    </div>
  );
}
