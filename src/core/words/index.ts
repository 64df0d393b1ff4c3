/** The files of words, by language and section. A section's file is flat: key -> ICU message. */
import en_portal from "./en/portal.json" with { type: "json" };
import en_rules from "./en/rules.json" with { type: "json" };
import en_status from "./en/status.json" with { type: "json" };
import en_mail from "./en/mail.json" with { type: "json" };
import en_page from "./en/page.json" with { type: "json" };
import de_portal from "./de/portal.json" with { type: "json" };
import de_rules from "./de/rules.json" with { type: "json" };
import de_status from "./de/status.json" with { type: "json" };
import de_mail from "./de/mail.json" with { type: "json" };
import de_page from "./de/page.json" with { type: "json" };
import fr_portal from "./fr/portal.json" with { type: "json" };
import fr_rules from "./fr/rules.json" with { type: "json" };
import fr_status from "./fr/status.json" with { type: "json" };
import fr_mail from "./fr/mail.json" with { type: "json" };
import fr_page from "./fr/page.json" with { type: "json" };
import es_portal from "./es/portal.json" with { type: "json" };
import es_rules from "./es/rules.json" with { type: "json" };
import es_status from "./es/status.json" with { type: "json" };
import es_mail from "./es/mail.json" with { type: "json" };
import es_page from "./es/page.json" with { type: "json" };
import ar_portal from "./ar/portal.json" with { type: "json" };
import ar_rules from "./ar/rules.json" with { type: "json" };
import ar_status from "./ar/status.json" with { type: "json" };
import ar_mail from "./ar/mail.json" with { type: "json" };
import ar_page from "./ar/page.json" with { type: "json" };
import it_portal from "./it/portal.json" with { type: "json" };
import it_rules from "./it/rules.json" with { type: "json" };
import it_status from "./it/status.json" with { type: "json" };
import it_mail from "./it/mail.json" with { type: "json" };
import it_page from "./it/page.json" with { type: "json" };
import ptbr_portal from "./pt-BR/portal.json" with { type: "json" };
import ptbr_rules from "./pt-BR/rules.json" with { type: "json" };
import ptbr_status from "./pt-BR/status.json" with { type: "json" };
import ptbr_mail from "./pt-BR/mail.json" with { type: "json" };
import ptbr_page from "./pt-BR/page.json" with { type: "json" };
import nl_portal from "./nl/portal.json" with { type: "json" };
import nl_rules from "./nl/rules.json" with { type: "json" };
import nl_status from "./nl/status.json" with { type: "json" };
import nl_mail from "./nl/mail.json" with { type: "json" };
import nl_page from "./nl/page.json" with { type: "json" };
import pl_portal from "./pl/portal.json" with { type: "json" };
import pl_rules from "./pl/rules.json" with { type: "json" };
import pl_status from "./pl/status.json" with { type: "json" };
import pl_mail from "./pl/mail.json" with { type: "json" };
import pl_page from "./pl/page.json" with { type: "json" };
import ja_portal from "./ja/portal.json" with { type: "json" };
import ja_rules from "./ja/rules.json" with { type: "json" };
import ja_status from "./ja/status.json" with { type: "json" };
import ja_mail from "./ja/mail.json" with { type: "json" };
import ja_page from "./ja/page.json" with { type: "json" };
import zhhans_portal from "./zh-Hans/portal.json" with { type: "json" };
import zhhans_rules from "./zh-Hans/rules.json" with { type: "json" };
import zhhans_status from "./zh-Hans/status.json" with { type: "json" };
import zhhans_mail from "./zh-Hans/mail.json" with { type: "json" };
import zhhans_page from "./zh-Hans/page.json" with { type: "json" };
import he_portal from "./he/portal.json" with { type: "json" };
import he_rules from "./he/rules.json" with { type: "json" };
import he_status from "./he/status.json" with { type: "json" };
import he_mail from "./he/mail.json" with { type: "json" };
import he_page from "./he/page.json" with { type: "json" };

export type Section = "portal" | "rules" | "status" | "mail" | "page";
type Bundle = Readonly<Record<Section, Readonly<Record<string, string>>>>;

export const BUNDLES: Readonly<Record<string, Bundle> & { en: Bundle }> = {
  en: { portal: en_portal, rules: en_rules, status: en_status, mail: en_mail, page: en_page },
  de: { portal: de_portal, rules: de_rules, status: de_status, mail: de_mail, page: de_page },
  fr: { portal: fr_portal, rules: fr_rules, status: fr_status, mail: fr_mail, page: fr_page },
  es: { portal: es_portal, rules: es_rules, status: es_status, mail: es_mail, page: es_page },
  ar: { portal: ar_portal, rules: ar_rules, status: ar_status, mail: ar_mail, page: ar_page },
  it: { portal: it_portal, rules: it_rules, status: it_status, mail: it_mail, page: it_page },
  "pt-BR": { portal: ptbr_portal, rules: ptbr_rules, status: ptbr_status, mail: ptbr_mail, page: ptbr_page },
  nl: { portal: nl_portal, rules: nl_rules, status: nl_status, mail: nl_mail, page: nl_page },
  pl: { portal: pl_portal, rules: pl_rules, status: pl_status, mail: pl_mail, page: pl_page },
  ja: { portal: ja_portal, rules: ja_rules, status: ja_status, mail: ja_mail, page: ja_page },
  "zh-Hans": { portal: zhhans_portal, rules: zhhans_rules, status: zhhans_status, mail: zhhans_mail, page: zhhans_page },
  he: { portal: he_portal, rules: he_rules, status: he_status, mail: he_mail, page: he_page },
};
