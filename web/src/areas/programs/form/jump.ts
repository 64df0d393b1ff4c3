/** From a finding to the field that it is about: what the form shows is marked with its place in the document. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { type Json, getIn, isTree, pathOf } from "../draft/path.ts";

/** The place that the address names: its section is open, its field has the focus. */
export const usePlace = (): string | undefined => (useSearch({ strict: false }) as { at?: string }).at;

export const isWithin = (pointer: string | undefined, place: string): boolean =>
  pointer !== undefined && (pointer === place || pointer.startsWith(`${place}/`));

/** Opens the form at a place of the document. A place of a reward opens the reward. */
export function useGoTo(): (pointer: string | undefined, document: Json) => void {
  const navigate = useNavigate();
  return (pointer, document) => {
    const [part, index = ""] = pathOf(pointer ?? "");
    const rule = part === "rewards" ? getIn(document, ["rewards", index]) : undefined;
    const open = isTree(rule) && typeof rule["key"] === "string" ? { rule: rule["key"] } : {};
    void navigate({ to: ".", search: (now: object) => ({ ...now, view: undefined, at: pointer, ...open }) as never, resetScroll: false });
  };
}

/** Brings the field of the named place into sight, or the nearest that the form has. */
export function useJump(): void {
  const at = usePlace();
  useEffect(() => {
    if (at === undefined) return;
    const frame = requestAnimationFrame(() => {
      const found = nearest(at);
      if (found === undefined || found.contains(window.document.activeElement)) return;
      found.scrollIntoView({ block: "center" });
      found.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [at]);
}

/** The place itself, else the closest around it, else the first within it. */
function nearest(at: string): HTMLElement | undefined {
  const all = [...window.document.querySelectorAll<HTMLElement>("[data-at]")];
  const placeOf = (each: HTMLElement): string => each.dataset["at"] ?? "";
  const around = all.filter((each) => isWithin(at, placeOf(each))).toSorted((a, b) => placeOf(b).length - placeOf(a).length);
  const within = all.find((each) => isWithin(placeOf(each), at));
  return around[0] !== undefined && placeOf(around[0]) === at ? around[0] : (within ?? around[0]);
}
