const zh = {
  signIn: "登录",
  login: "登录名",
  password: "密码",
  noAccount: "还没有账号，或忘了密码？找你们的管理员要一个链接。",
  refused: "登录名或密码不对。",
  wait: (seconds: number) =>
    seconds < 120
      ? `试得太多了，${seconds} 秒后再试。`
      : `试得太多了，${Math.ceil(seconds / 60)} 分钟后再试。`,
  passwordIsSet: "密码已设好，用它登录。",
  samples: (password: string) => `样例用户，点一下就登录。密码都是 ${password}，只在本机有效。`,
  sample: (name: string, role: string) => `${name}，${role}`,
  invitation: {
    title: "设密码",
    what: (name: string, login: string) => `${name}，你的登录名是 ${login}。设好密码就能登录。`,
  },
  reset: {
    title: "设新密码",
    what: (name: string, login: string) =>
      `${name}，给 ${login} 设一个新密码。其他设备上的登录会一起退出。`,
  },
  newPassword: "新密码",
  passwordHint: "至少 10 个字符，几个词连起来最好记",
  again: "再填一次",
  setPassword: "设好密码",
  closed: {
    title: "这个链接用不了",
    way: "找给你链接的人再要一个。",
  },
  linkRefused: {
    link_unknown: () => "链接不完整，或者已被新的链接代替。",
    link_used: () => "链接已经用过了，一个链接只用一次。",
    link_expired: ({ expiredAt }: { expiredAt: string }) =>
      `链接只有 72 小时，已在 ${expiredAt} 过期。`,
  },
};

const en: typeof zh = {
  signIn: "Sign in",
  login: "Sign-in name",
  password: "Password",
  noAccount: "No account yet, or lost the password? Ask your administrator for a link.",
  refused: "The sign-in name or the password is wrong.",
  wait: (seconds) =>
    seconds < 120
      ? `Too many attempts. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`
      : `Too many attempts. Try again in ${Math.ceil(seconds / 60)} minutes.`,
  passwordIsSet: "Your password is set. Sign in with it.",
  samples: (password) =>
    `Sample users: one click signs in. The password is always ${password}; it works on this machine only.`,
  sample: (name, role) => `${name}, ${role}`,
  invitation: {
    title: "Set a password",
    what: (name, login) => `${name}, your sign-in name is ${login}. Set a password and sign in.`,
  },
  reset: {
    title: "Set a new password",
    what: (name, login) =>
      `${name}, set a new password for ${login}. Other devices will be signed out.`,
  },
  newPassword: "New password",
  passwordHint: "At least 10 characters; a few words in a row are easy to remember",
  again: "Once more",
  setPassword: "Set password",
  closed: {
    title: "This link does not open",
    way: "Ask whoever gave it to you for a new one.",
  },
  linkRefused: {
    link_unknown: () => "The link is incomplete, or a newer one has taken its place.",
    link_used: () => "The link was used already; each works once.",
    link_expired: ({ expiredAt }) => `The link lasted 72 hours and expired at ${expiredAt}.`,
  },
};

/** The way in: signing in, invitations, new passwords. */
export const doorText = { zh, en };
