/** Somebody, found by the beginning of her name, an address, a user id or a code. What is chosen is her id. */
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, unwrap } from "../api/client.ts";
import { t } from "../words/say.ts";
import { useName } from "./who.tsx";

type Props = {
  label: string;
  value: string | null;
  onChange: (person: string | null) => void;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  placeholder?: string;
};

export function PickPerson({ value, onChange, placeholder, ...rest }: Props) {
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 200);
  const known = useName(value ?? undefined);
  const { data, isFetching } = useQuery({
    queryKey: ["/v1/search", "people", asked],
    queryFn: () => unwrap(api.POST("/v1/search", { body: { q: asked } })),
    enabled: asked.length >= 2 && asked !== known?.name,
    placeholderData: keepPreviousData,
  });
  const options = new Map<string, string>();
  for (const { kind, id, person, title, text: more } of data?.data ?? []) {
    const who = kind === "person" ? id : person;
    if (who !== null && !options.has(who)) options.set(who, more === null ? title : `${title} · ${more}`);
  }
  if (value !== null) options.set(value, known?.name ?? value);
  return (
    <Select
      {...rest}
      value={value}
      onChange={onChange}
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      filter={({ options: all }) => all}
      searchable
      clearable
      searchValue={text}
      onSearchChange={setText}
      placeholder={placeholder ?? t("Name, e-mail, user id or code")}
      nothingFoundMessage={asked.length < 2 ? t("Type two letters or more") : isFetching ? t("Searching") : t("Nobody is known by that.")}
    />
  );
}
