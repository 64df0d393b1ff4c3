/** The services of announcements, each a flow with its parts handed in. */
import { followAnnouncement } from "../flow/announce/follow.ts";
import { previewAnnouncement } from "../flow/announce/preview.ts";
import * as flow from "../flow/announcements.ts";
import { createVoices } from "../flow/mail-draft.ts";
import type { AnnouncementServices } from "../http/services-announcements.ts";
import type { MailServiceParts } from "./services-mail.ts";

export function announcementServices(all: MailServiceParts): AnnouncementServices {
  const parts = { ...all, mac: all.mailMac, renderer: all.mailRenderer, voices: createVoices() };
  return {
    create: (by, wish) => flow.createAnnouncement(parts, by, wish),
    change: (by, wish) => flow.changeAnnouncement(parts, by, wish),
    schedule: (by, wish) => flow.scheduleAnnouncement(parts, by, wish),
    cancel: (by, id) => flow.cancelAnnouncement(parts, by, id),
    test: (by, wish) => flow.testAnnouncement(parts, by, wish),
    preview: (workspaceId, { publicUrl, ...wish }) => previewAnnouncement({ ...parts, publicUrl }, workspaceId, wish),
    follow: (ask) => followAnnouncement(parts, ask),
  };
}
