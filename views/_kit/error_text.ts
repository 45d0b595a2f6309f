const zh = {
  403: { title: "你看不了这里", what: "这一页要另外的权限。", way: "找你们的管理员开。" },
  404: { title: "这里没有东西", what: "地址不对，或者它已经不在了。", way: "从列表里再找找。" },
  409: {
    title: "别人刚改过",
    what: "你打开之后，有人改了同一张单。",
    way: "你填的都还在，看一眼新的再存。",
  },
  422: { title: "有几处要改", what: "填的内容有些不成立。", way: "改好标红的地方再提交。" },
  429: { title: "太快了", what: "短时间里请求太多。", way: "等一分钟再试。" },
  500: { title: "我们这边出错了", what: "这一步没做成，什么也没改动。", way: "已经记下来了。" },
  503: { title: "现在太忙", what: "这一步还没做，什么也没改动。", way: "过几秒再试，不会重复。" },
  offline: {
    title: "没有网络",
    what: "这台设备连不上网。",
    way: "连上以后，这一页会照原样打开。",
  },
};

const en: typeof zh = {
  403: {
    title: "You cannot see this",
    what: "This page needs another permission.",
    way: "Ask your administrator for it.",
  },
  404: {
    title: "Nothing here",
    what: "The address is wrong, or the thing has gone.",
    way: "Look for it in the list.",
  },
  409: {
    title: "Someone changed it first",
    what: "The same document was changed after you opened it.",
    way: "What you typed is still here. Look at the new one, then save.",
  },
  422: {
    title: "Some things to fix",
    what: "Part of what was entered cannot be right.",
    way: "Fix what is marked, then submit again.",
  },
  429: {
    title: "Too fast",
    what: "Too many requests in a short time.",
    way: "Wait a minute, then try again.",
  },
  500: {
    title: "Something broke on our side",
    what: "This step was not done and nothing was changed.",
    way: "We have a record of it.",
  },
  503: {
    title: "Too busy right now",
    what: "This step was not done and nothing was changed.",
    way: "Try again in a few seconds. It will not be done twice.",
  },
  offline: {
    title: "No network",
    what: "This device is not connected.",
    way: "The page will open as it was once you are back.",
  },
};

/** What an error page says, by HTTP status: what happened, what was kept, the way on. */
export const errorText = { zh, en };
