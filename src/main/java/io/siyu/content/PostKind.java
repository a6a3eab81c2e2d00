package io.siyu.content;

/** Where a post appears: 朋友圈, 社群 or 私聊. */
public enum PostKind {
    MOMENT,
    GROUP,
    PRIVATE
}
