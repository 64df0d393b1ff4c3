/** The portal as one custom element: `<grapevine-portal>`. Loaded by one script tag, on our own page or on the business's. */
import { GrapevinePortal } from "./portal/element.ts";

if (customElements.get("grapevine-portal") === undefined) customElements.define("grapevine-portal", GrapevinePortal);
