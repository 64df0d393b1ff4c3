/** The mailbox: every mail that was sent, waits, or was held back. */
import { Alert, Code } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type Row, pages, read } from "../../api/query.ts";
import { List } from "../../kit/list.tsx";
import { useMailWord } from "../../kit/mail-words.ts";
import { EmptyState } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { Choice, Filters } from "./filters.tsx";
import { DeveloperPage } from "./nav.tsx";
import { PersonFilter } from "./person-filter.tsx";
import type { MailSearch } from "./search.ts";
import { mailStatus } from "./words.ts";

type Mail = Row<"/v1/mail">;

const route = getRouteApi("/developers/mail");

export function Mailbox() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/developers/mail" });
  const set = (change: MailSearch): void => void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const { status, kind, person } = search;
  const word = useMailWord();
  const isFiltered = Object.values(search).some((each) => each !== undefined);
  const query = { limit: 50, status: status as "due", kind: kind as "sign_in", person };
  const domain = useQuery({ ...read("/v1/settings/mail-domain"), staleTime: Infinity });
  const mails = useInfiniteQuery({ ...pages("/v1/mail", { query }), refetchInterval: 10_000 });
  return (
    <DeveloperPage
      title={t("Mailbox")}
      text={t("Every mail that was sent, waits, or was held back, and why. What was sent is kept for 30 days.")}
    >
      {domain.data !== undefined && domain.data.domain === null && (
        <Alert color="amber" variant="light" py="xs">
          {t("No mail server is set, so nothing goes out. This is what would be sent.")}
        </Alert>
      )}
      <Filters clear={isFiltered ? () => void navigate({ search: {} }) : undefined}>
        <Choice
          label={t("Status")}
          value={status}
          of={["due", "delivered", "dropped"].map((each) => ({ value: each, label: mailStatus(each).word }))}
          set={(chosen) => set({ status: chosen })}
        />
        <PersonFilter person={person} set={(chosen) => set({ person: chosen })} />
      </Filters>
      <List<Mail>
        of={mails}
        label={t("Mails")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/developers/mail/$mail", params: { mail: row.id } })}
        columns={[
          { key: "subject", label: t("Subject"), cell: (row) => row.subject ?? word(row.kind) },
          { key: "kind", label: t("Kind"), cell: (row) => <Code>{row.kind}</Code>, wide: true },
          { key: "status", label: t("Status"), cell: (row) => <Status {...mailStatus(row.status)} />, width: 120 },
          { key: "reason", label: t("Why not"), cell: (row) => row.reason ?? "", wide: true },
          { key: "at", label: t("When"), cell: (row) => <When at={row.sent_at ?? row.due_at} />, width: 140 },
        ]}
        empty={
          <EmptyState
            title={isFiltered ? t("No mail is like this") : t("No mail yet")}
            text={isFiltered ? t("Take a filter away.") : t("The first one goes out when somebody joins a program.")}
          />
        }
      />
    </DeveloperPage>
  );
}
