/** Somebody by her id: her name, and the way to her page. The names of a whole screen are asked for at once. */
import { Anchor, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, unwrap } from "../api/client.ts";
import { queries, read } from "../api/query.ts";
import { t } from "../words/say.ts";

type Name = { id: string; name: string | null; email: string | null; user_id: string | null; erased: boolean };
type Waiting = { id: string; take: (name: Name | null) => void; fail: (error: unknown) => void };

/** At most as many as the endpoint takes. */
const AT_ONCE = 200;
const state = { waiting: [] as Waiting[] };

/** Ids that are asked for in the same moment go in one request. */
function ask(id: string): Promise<Name | null> {
  return new Promise((take, fail) => {
    if (state.waiting.length === 0) setTimeout(() => void send(), 5);
    state.waiting.push({ id, take, fail });
  });
}

async function send(): Promise<void> {
  const all = state.waiting.splice(0);
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    try {
      const { data } = await unwrap(api.POST("/v1/people/names", { body: { ids: some.map((each) => each.id) } }));
      const found = new Map(data.map((each) => [each.id, each]));
      for (const { id, take } of some) take(found.get(id) ?? null);
    } catch (error) {
      for (const { fail } of some) fail(error);
    }
  }
}

/** What somebody is called: her name, else her address, else the id that she was given. Undefined while it is not known yet. */
export function useName(id: string | null | undefined): { name: string; email: string | null } | undefined {
  const { data, isError } = useQuery({
    queryKey: ["/v1/people/names", id],
    queryFn: () => ask(id!),
    enabled: id != null && id.startsWith("per_"),
    staleTime: 60_000,
  });
  // Operators are few and known at once; whoever may not read them sees that it was one.
  const operators = useQuery({ ...read("/v1/operators"), enabled: id?.startsWith("opr_") === true, staleTime: 60_000 });
  if (id == null) return { name: t("nobody"), email: null };
  if (id.startsWith("opr_")) {
    const found = operators.data?.data.find((each) => each.id === id);
    return {
      name: found === undefined ? t("an operator") : found.me ? t("you") : found.name || found.email,
      email: found?.email ?? null,
    };
  }
  if (id === "operator") return { name: t("an operator"), email: null };
  if (id.startsWith("key_")) return { name: t("an API key"), email: null };
  if (!id.startsWith("per_")) return { name: id, email: null };
  if (data === undefined && !isError) return undefined;
  return { name: calledOf(id, data), email: data?.email ?? null };
}

function calledOf(id: string, known: Name | null | undefined): string {
  const short = `${id.slice(0, 12)}…`;
  if (known == null) return short;
  return known.erased ? t("Somebody who was erased") : (known.name ?? known.email ?? known.user_id ?? short);
}

/** The same for a picture or a file: what the screen has asked for already. */
export const nameKnown = (person: string): string => calledOf(person, queries.getQueryData<Name | null>(["/v1/people/names", person]));

/** A person's name. `link`: leads to her page (in a row that opens something else it should not). */
export function Who({ id, link = true }: { id: string | null | undefined; link?: boolean }) {
  const known = useName(id);
  if (known === undefined) return <Skeleton height={12} width={90} style={{ display: "inline-block" }} />;
  if (!link || id == null || !id.startsWith("per_"))
    return (
      <Text span inherit className="gv-clamp">
        {known.name}
      </Text>
    );
  const to = { component: Link, to: "/people/$person", params: { person: id } } as object;
  return (
    <Anchor {...to} inherit className="gv-clamp" style={{ overflowWrap: "anywhere" }}>
      {known.name}
    </Anchor>
  );
}
