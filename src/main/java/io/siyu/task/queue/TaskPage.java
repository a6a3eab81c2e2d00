package io.siyu.task.queue;

import java.util.List;

/**
 * A page of a queue.
 *
 * @param next what to send as {@code after} for the following page; null on the last one
 * @param total how many there are on all pages; of very many as far as was counted
 * @param totalIsMore whether there are more than were counted
 */
public record TaskPage(List<TaskResponse> items, String next, int total, boolean totalIsMore) {}
