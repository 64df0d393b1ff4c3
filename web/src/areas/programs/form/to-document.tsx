import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { t } from "../../../words/say.ts";

/** Opens the document view at a place. */
export function ToDocument({ at }: { at: string }) {
  const to = { component: Link, to: ".", search: (now: object) => ({ ...now, view: "document", at }) } as object;
  return (
    <Anchor {...to} size="sm" underline="always">
      {t("Open the document there")}
    </Anchor>
  );
}
