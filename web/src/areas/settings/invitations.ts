/** Taking an operator's invitation back. */
import { api, unwrap } from "../../api/client.ts";

export const withdrawInvitation = (id: string) =>
  unwrap(api.DELETE("/v1/operator-invitations/{operator_invitation}", { params: { path: { operator_invitation: id } } }));
