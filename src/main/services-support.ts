/** The services of support, each a flow with its parts handed in. */
import type { ChangeParts } from "../flow/change.ts";
import { sendThanks, withdrawThanks } from "../flow/thanks.ts";
import { addNote, changeTicket, putCanned, removeCanned, removeNote, resendMail } from "../flow/support.ts";
import type { SupportServices } from "../http/services-support.ts";

export function supportServices(parts: ChangeParts): SupportServices {
  return {
    addNote: (by, wish) => addNote(parts, by, wish),
    removeNote: (by, wish) => removeNote(parts, by, wish),
    changeTicket: (by, wish) => changeTicket(parts, by, wish),
    putCanned: (by, wish) => putCanned(parts, by, wish),
    removeCanned: (by, id) => removeCanned(parts, by, id),
    sendThanks: (by, wish) => sendThanks(parts, by, wish),
    withdrawThanks: (by, wish) => withdrawThanks(parts, by, wish),
    resendMail: (by, id) => resendMail(parts, by, id),
  };
}
