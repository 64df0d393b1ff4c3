/** Who works here and as what, and who is invited. */
import { Avatar, Button, Group, Menu, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { api, unwrap } from "../../api/client.ts";
import { type Row, read } from "../../api/query.ts";
import { useMay, useMe } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { SettingsFrame } from "./frame.tsx";
import { withdrawInvitation } from "./invitations.ts";
import { Invite } from "./invite.tsx";
import { ROLES, type Role, roleDoes, roleWord } from "./role-words.ts";

type Operator = Row<"/v1/operators">;
const CHANGES = ["/v1/operators", "/v1/operator-invitations", "/v1/audit"];

export function OperatorsPage() {
  const may = useMay()("operators:write");
  const { workspace } = useMe();
  const operators = useQuery(read("/v1/operators"));
  const canInvite = may && !workspace.sandbox;
  return (
    <SettingsFrame
      title={t("Operators")}
      text={t("Who works here. A role says what somebody may see and do.")}
      acts={canInvite && <Invite changes={CHANGES} />}
    >
      <Section title={t("Who works here")}>
        <Shown of={operators}>
          {({ data }) =>
            data.length === 0 ? (
              <Nobody sandbox={workspace.sandbox} />
            ) : (
              <Stack gap="md">
                {data.map((each) => (
                  <Line key={each.id} operator={each} may={may} />
                ))}
              </Stack>
            )
          }
        </Shown>
      </Section>
      {!workspace.sandbox && <Invitations may={may} />}
      <Section title={t("What each role may do")}>
        <Stack gap="xs">
          {ROLES.map((role) => (
            <Text key={role} size="sm">
              <b>{roleWord(role)}</b> {roleDoes(role)}
            </Text>
          ))}
        </Stack>
      </Section>
    </SettingsFrame>
  );
}

function Nobody({ sandbox }: { sandbox: boolean }) {
  return sandbox ? (
    <EmptyState
      title={t("A sandbox has no operators of its own")}
      text={t("Whoever works in the workspace itself may use its sandbox, in the same role.")}
    />
  ) : (
    <EmptyState
      title={t("Nobody has an account yet")}
      text={t("You came by the link that the start printed. Make your own account first: it becomes the owner.")}
    />
  );
}

function Line({ operator, may }: { operator: Operator; may: boolean }) {
  return (
    <Group justify="space-between" gap="sm" align="flex-start">
      <Group gap="sm" wrap="nowrap" style={{ minWidth: 0, flex: "1 1 220px" }} align="flex-start">
        <Avatar name={operator.name} color="vine" size={36} aria-hidden />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={500} style={{ overflowWrap: "anywhere" }}>
            {operator.name}{" "}
            {operator.me && (
              <Text span size="xs" c="dimmed">
                {t("(you)")}
              </Text>
            )}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {operator.email}
          </Text>
          <Text size="xs" c="dimmed">
            {operator.last_seen_at === null ? (
              t("Has not signed in yet")
            ) : (
              <>
                {t("Last here")} <When at={operator.last_seen_at} />
              </>
            )}
          </Text>
        </div>
      </Group>
      <Group gap="xs" justify="flex-end" wrap="nowrap">
        {operator.disabled && <Status tone="rust" word={t("Is shut out")} why={t("Cannot come in until somebody lets her in again.")} />}
        {operator.two_factor && <Status tone="leaf" word={t("Code")} why={t("Signs in with a one-time code as well.")} />}
        <Status tone="vine" word={roleWord(operator.role)} why={roleDoes(operator.role)} />
        {may && <Acts operator={operator} />}
      </Group>
    </Group>
  );
}

function Acts({ operator }: { operator: Operator }) {
  const path = { params: { path: { operator: operator.id } } };
  const change = useAct({
    run: (body: { role?: Role; disabled?: boolean }) => unwrap(api.PATCH("/v1/operators/{operator}", { ...path, body })),
    changes: CHANGES,
    done: (now) =>
      now.disabled
        ? t("{name} is shut out.", { name: now.name })
        : t("{name} is {role} now.", { name: now.name, role: roleWord(now.role) }),
    undo: () => unwrap(api.PATCH("/v1/operators/{operator}", { ...path, body: { role: operator.role, disabled: operator.disabled } })),
  });
  const remove = useAct({
    run: () => unwrap(api.DELETE("/v1/operators/{operator}", path)),
    changes: CHANGES,
    done: () => t("{name} does not work here any more.", { name: operator.name }),
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" size="xs" aria-label={t("Change {name}", { name: operator.name })} px={8}>
            <Ellipsis size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("Role")}</Menu.Label>
          {ROLES.filter((role) => role !== operator.role).map((role) => (
            <Menu.Item key={role} onClick={() => change.mutate({ role })}>
              {t("Make {role}", { role: roleWord(role) })}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => change.mutate({ disabled: !operator.disabled })}>
            {operator.disabled ? t("Let in again") : t("Shut out")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <AskAct
        label={t("Remove")}
        consequence={t("{name} is out at once and sees nothing of this workspace any more. What was done stays in the audit log.", {
          name: operator.name,
        })}
        act={{ ...remove, mutateAsync: () => remove.mutateAsync() }}
        button={{ size: "xs", color: "rust" }}
      />
      {change.error && (
        <Text size="xs" c="rust" role="alert">
          {change.error.message}
        </Text>
      )}
    </>
  );
}

function Invitations({ may }: { may: boolean }) {
  const invitations = useQuery(read("/v1/operator-invitations"));
  const withdraw = useAct({
    run: withdrawInvitation,
    changes: CHANGES,
    done: () => t("The link in the mail is worth nothing any more."),
  });
  if ((invitations.data?.data.length ?? 0) === 0) return null;
  return (
    <Section title={t("Invited")}>
      <Stack gap="sm">
        {invitations.data?.data.map((each) => (
          <Group key={each.id} justify="space-between" gap="sm">
            <div style={{ minWidth: 0 }}>
              <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                {each.email}
              </Text>
              <Text size="xs" c="dimmed">
                {t("Good until")} <When at={each.ends_at} exact />
              </Text>
            </div>
            <Group gap="xs">
              <Status tone="amber" word={roleWord(each.role)} />
              {may && (
                <Button size="xs" variant="default" onClick={() => withdraw.mutate(each.id)}>
                  {t("Withdraw")}
                </Button>
              )}
            </Group>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
