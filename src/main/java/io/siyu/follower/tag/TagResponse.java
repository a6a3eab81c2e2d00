package io.siyu.follower.tag;

/** A word on followers, and how many of them bear it. */
public record TagResponse(String tag, long followers) {}
