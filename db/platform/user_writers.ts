import type { Tx } from "~/db/_engine/tx.ts";
import type { Writers } from "~/db/writers.ts";
import type { LinkGrant, UserEvent } from "~/domain/platform/events.ts";
import type { Access } from "~/domain/platform/user.ts";

/** No password makes this; it stands for "cannot sign in" where a program enters with tokens only. */
export const noPassword = "!";

export const userWriters = {
  UserInvited(tx, event, by) {
    const { subject: id, login, name, dealerId, organisationId, language, access, link } = event;
    tx.insert("app_user", {
      id,
      login,
      name,
      dealer_id: dealerId,
      organisation_id: organisationId,
      state: link ? "invited" : "active",
      password_hash: link ? null : noPassword,
      language,
      created_at: by.at,
      version: 1,
    });
    insertAccess(tx, id, access);
    if (link) insertLink(tx, id, link);
  },

  UserRolesChanged(tx, { subject: id, version, name, access }) {
    tx.changeOne("app_user", { id, version: version - 1 }, { name, version });
    tx.remove("user_role", { user_id: id });
    tx.remove("user_region", { user_id: id });
    tx.remove("user_node", { user_id: id });
    insertAccess(tx, id, access);
  },

  UserDisabled(tx, { subject: id, version }, { at }) {
    tx.changeOne("app_user", { id, version: version - 1 }, { state: "disabled", version });
    tx.remove("session", { user_id: id });
    tx.remove("one_time_link", { user_id: id });
    tx.run("update api_token set revoked_at = ? where user_id = ? and revoked_at is null", [
      at,
      id,
    ]);
  },

  UserEnabled(tx, { subject: id, version, state }) {
    tx.changeOne("app_user", { id, version: version - 1 }, { state, version });
  },

  UserLinkIssued(tx, { subject: id, link }) {
    tx.run("delete from one_time_link where user_id = ? and used_at is null", [id]);
    insertLink(tx, id, link);
  },

  UserPasswordSet(tx, { subject: id, passwordHash, linkHash, keepSession }, { at }) {
    tx.changeOne("app_user", { id }, { password_hash: passwordHash.reveal(), state: "active" });
    if (linkHash) {
      tx.changeOne("one_time_link", { token_hash: linkHash.reveal(), user_id: id }, {
        used_at: at,
      });
    }
    tx.run("delete from one_time_link where user_id = ? and used_at is null", [id]);
    tx.run("delete from session where user_id = ? and id <> ?", [id, keepSession ?? ""]);
  },

  UserPasswordRehashed(tx, { subject: id, passwordHash }) {
    tx.changeOne("app_user", { id }, { password_hash: passwordHash.reveal() });
  },

  UserLanguageChosen(tx, { subject: id, language }) {
    tx.changeOne("app_user", { id }, { language });
  },
} satisfies Writers<UserEvent>;

function insertAccess(tx: Tx, userId: string, { roles, regionIds, nodeIds }: Access): void {
  tx.insert("user_role", roles.map((role) => ({ user_id: userId, role })));
  tx.insert("user_region", regionIds.map((region_id) => ({ user_id: userId, region_id })));
  tx.insert("user_node", nodeIds.map((node_id) => ({ user_id: userId, node_id })));
}

function insertLink(tx: Tx, userId: string, { tokenHash, purpose, expiresAt }: LinkGrant): void {
  tx.insert("one_time_link", {
    token_hash: tokenHash.reveal(),
    user_id: userId,
    purpose,
    expires_at: expiresAt,
    used_at: null,
  });
}
