/** What a kind of mail is about, in a sentence, and what became of one. */
import { useQuery } from "@tanstack/react-query";
import { read } from "../api/query.ts";
import { useMay } from "../app/me.ts";
import { t } from "../words/say.ts";
import type { Tone } from "./values.tsx";

/** "coupon_ready" -> "Your code is here.", as the server says it in the operator's language. */
export function useMailWord(): (kind: string) => string {
  const may = useMay();
  const { data } = useQuery({ ...read("/v1/mail/kinds"), staleTime: Infinity, enabled: may("messages:read") });
  return (kind) => {
    const found = data?.data.find((each) => each.kind === kind)?.what.replace(/[.。]$/, "");
    return found ?? (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll("_", " ");
  };
}

export function mailState({ status, reason }: { status: string; reason: string | null }): { tone: Tone; word: string; why?: string } {
  if (status === "delivered") return { tone: "leaf", word: t("sent") };
  if (status === "due") return { tone: "amber", word: t("waiting"), why: t("It is sent within a minute, or tried again.") };
  return { tone: "rust", word: t("not sent"), ...(reason === null ? {} : { why: reason }) };
}
