/** A link to another page of the console that looks like one. */
import { Anchor, type AnchorProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, type Ref } from "react";

type Props = AnchorProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps> & { ref?: Ref<HTMLAnchorElement> };

const Plain = ({ ref, ...props }: Props) => <Anchor ref={ref} size="sm" {...props} />;

/** `<Go to="/people/$person" params={{ person }}>...</Go>`, typed like Link. */
export const Go = createLink(Plain);
