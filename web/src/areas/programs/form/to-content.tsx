import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useDraft } from "../draft/draft.tsx";

/** To the page of Content that shows the same part of this program at full size. */
export function ToContent({ to, words }: { to: string; words: string }) {
  const { program } = useDraft();
  const link = { component: Link, to, search: { program: program.key } } as object;
  return (
    <Anchor {...link} size="sm" underline="always" style={{ alignSelf: "flex-start" }}>
      {words}
    </Anchor>
  );
}
