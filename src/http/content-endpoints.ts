/** Endpoints of what a business says in its own words and looks: articles, texts, samples of mails, the brand. */
import type { Endpoint } from "./endpoint.ts";
import articlesChange from "./routes/articles.change.ts";
import articlesCreate from "./routes/articles.create.ts";
import articlesDelete from "./routes/articles.delete.ts";
import articlesList from "./routes/articles.list.ts";
import brandPreview from "./routes/brand.preview.ts";
import mailKinds from "./routes/mail.kinds.ts";
import mailPreview from "./routes/mail.preview.ts";
import mailTestSend from "./routes/mail.test-send.ts";
import programsSharePreview from "./routes/programs.share-preview.ts";
import programsTermsAccepted from "./routes/programs.terms-accepted.ts";
import textsDelete from "./routes/texts.delete.ts";
import textsList from "./routes/texts.list.ts";
import textsPut from "./routes/texts.put.ts";

export const contentEndpoints: readonly Endpoint[] = [
  articlesList,
  articlesCreate,
  articlesChange,
  articlesDelete,
  textsList,
  textsPut,
  textsDelete,
  brandPreview,
  mailKinds,
  mailPreview,
  mailTestSend,
  programsSharePreview,
  programsTermsAccepted,
];
