/**
 * embeds.js: elements for the business's own pages.
 *
 *   <script async src="https://refer.shop.example/js/embeds.js"></script>
 *   <grapevine-banner></grapevine-banner>
 *
 * What they need to know (key, program, where a token is to be had) they take from their attributes, else from gv.js's script tag.
 */
import { GrapevineBanner } from "./embeds/banner.ts";
import { GrapevineButton } from "./embeds/button.ts";
import { GrapevinePostPurchase, GrapevineShare } from "./embeds/share.ts";

const ELEMENTS = {
  "grapevine-banner": GrapevineBanner,
  "grapevine-button": GrapevineButton,
  "grapevine-share": GrapevineShare,
  "grapevine-post-purchase": GrapevinePostPurchase,
};

for (const [name, element] of Object.entries(ELEMENTS)) if (customElements.get(name) === undefined) customElements.define(name, element);
