/** How things stand, and what needs somebody. */
import { Page } from "../../kit/page.tsx";
import { useMe } from "../../app/me.ts";

export function Home() {
  return <Page title={useMe().workspace.name}>{null}</Page>;
}
