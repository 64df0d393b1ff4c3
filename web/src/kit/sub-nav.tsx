/** The pages of one area, as links at the top of each of them. On a phone they scroll sideways inside their own strip. */
import { Box } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

export type SubPage = { to: string; label: string };

/** `of` in the order of use. The longest address that the page's own begins with is the one that is open. */
export function SubNav({ of, label }: { of: readonly SubPage[]; label: string }) {
  const { pathname } = useLocation();
  const isIn = ({ to }: SubPage): boolean => pathname === to || pathname.startsWith(`${to}/`);
  const open = of.filter(isIn).toSorted((a, b) => b.to.length - a.to.length)[0];
  const box = useRef<HTMLElement>(null);
  const at = open?.to;
  // Where the strip is longer than the screen, the page that is open is seen in it.
  useEffect(() => void box.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "nearest" }), [at]);
  return (
    <Box component="nav" aria-label={label} className="gv-subnav" ref={box}>
      {of.map(({ to, label: text }) => (
        <Link key={to} to={to as "/"} activeOptions={{ exact: true }} aria-current={open?.to === to ? "page" : undefined}>
          {text}
        </Link>
      ))}
    </Box>
  );
}
