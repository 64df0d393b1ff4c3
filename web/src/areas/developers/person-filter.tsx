/** Somebody by e-mail, user id or code. The address that is typed travels in a body; what stands in the page's address is her id. */
import { Badge, CloseButton, Group, Input, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { t } from "../../words/say.ts";

type Props = { person: string | undefined; set: (person: string | undefined) => void };

export function PersonFilter({ person, set }: Props) {
  const [text, setText] = useState("");
  const found = useQuery({ ...read("/v1/people/{person}", { path: { person: person ?? "" } }), enabled: person !== undefined });
  const look = useAct<string, string>({ run: (what) => personOf(what), changes: [], after: (answer) => (setText(""), set(answer)) });
  if (person !== undefined)
    return (
      <Input.Wrapper label={t("Person")}>
        <Group h={36} gap={4}>
          <Badge variant="light" size="lg" tt="none">
            {found.data?.name ?? found.data?.user_id ?? person.slice(0, 12)}
          </Badge>
          <CloseButton size={28} onClick={() => set(undefined)} aria-label={t("Everybody")} />
        </Group>
      </Input.Wrapper>
    );
  return (
    <TextInput
      label={t("Person")}
      placeholder={t("E-mail or user id, then Enter")}
      value={text}
      error={look.error?.message}
      onChange={(event) => (look.reset(), setText(event.currentTarget.value))}
      onKeyDown={(event) => event.key === "Enter" && text.trim() !== "" && look.mutate(text.trim())}
      w={{ base: "100%", xs: 240 }}
    />
  );
}

/** The id of whoever is meant: an id, an e-mail, or the business's own user id. */
export async function personOf(what: string): Promise<string> {
  if (/^per_[0-9a-f]{32}$/.test(what)) return what;
  const body = what.includes("@") ? { email: what } : { user_id: what };
  const { data } = await unwrap(api.POST("/v1/people/search", { body }));
  if (data[0] === undefined) throw new Error(t("Nobody is known by that."));
  return data[0].id;
}
