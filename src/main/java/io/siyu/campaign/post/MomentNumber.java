package io.siyu.campaign.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of a day's moments one is (圈数).
 *
 * @param no from 1, in the order they go out
 * @param count how many the day has
 */
public record MomentNumber(int no, int count) {
    /** @param day the ids of all moments of one day, in the order they go out */
    public static Map<Long, MomentNumber> ofDay(List<Long> day) {
        Map<Long, MomentNumber> numbers = new HashMap<>();
        day.forEach(id -> numbers.put(id, new MomentNumber(numbers.size() + 1, day.size())));
        return numbers;
    }
}
