/** The segment whose people may take part. */
import { Anchor, NativeSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { read } from "../../../api/query.ts";
import { useMay } from "../../../app/me.ts";
import { number } from "../../../words/format.ts";
import { t } from "../../../words/say.ts";
import { useAt } from "./fields.tsx";

export function Audience() {
  const { value, set, error, readOnly, mark } = useAt(["advocates", "audience"]);
  const mayRead = useMay()("people:read");
  const { data } = useQuery({ ...read("/v1/segments", { query: { limit: 200 } }), enabled: mayRead });
  const segments = data?.data ?? [];
  const chosen = typeof value === "string" ? value : "";
  const isKnown = chosen === "" || segments.some((each) => each.id === chosen);
  return (
    <div>
      <NativeSelect
        {...mark}
        label={t("Only people of a segment")}
        description={t(
          "Asked when somebody joins, applies, or is asked to join. Who takes part already stays when she leaves the segment.",
        )}
        error={error}
        disabled={readOnly || !mayRead}
        data={[
          { value: "", label: t("Everybody") },
          ...segments.map(({ id, name }) => ({ value: id, label: name })),
          ...(isKnown ? [] : [{ value: chosen, label: chosen }]),
        ]}
        value={chosen}
        onChange={(event) => set(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      />
      {segments.some((each) => each.id === chosen) ? <Size segment={chosen} /> : <Make />}
    </div>
  );
}

function Make() {
  const link = { component: Link, to: "/people/segments/new" } as object;
  return (
    <Anchor {...link} size="sm" underline="always">
      {t("Make a segment")}
    </Anchor>
  );
}

/** How many they are now, and where the segment is changed. */
function Size({ segment }: { segment: string }) {
  const { data } = useQuery(read("/v1/segments/{segment}", { path: { segment } }));
  const link = { component: Link, to: "/people/segments/$segment", params: { segment } } as object;
  if (data === undefined) return null;
  return (
    <Text size="sm">
      {data.exact
        ? t("{n, plural, one {# person is} other {# people are}} in it now.", { n: data.count })
        : t("About {n} people are in it now.", { n: number(data.count) })}{" "}
      <Anchor {...link} size="sm" underline="always">
        {t("Open the segment")}
      </Anchor>
    </Text>
  );
}
